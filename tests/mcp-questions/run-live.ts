/**
 * `npm run questions:live`: asks a model the forty questions over the register of the tests, and checks
 * what it did by the rules of the recorded transcripts. Off unless the environment names a chat:
 *
 *   QUESTIONS_CHAT_URL=https://…/v1 QUESTIONS_CHAT_KEY=… QUESTIONS_CHAT_MODEL=… npm run questions:live
 */
import { openPglite } from '../../src/db/engines/pglite.ts';
import { migrate } from '../../src/db/migrations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { connectMcp } from '../http/mcp/mcp-client.ts';
import { serveQuestions } from '../http/question-server.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { faultsOf } from './check.ts';
import { askModel, chatOf } from './live.ts';
import { QUESTIONS } from './questions.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

const chat = chatOf(process.env);
if (!chat) {
  print('QUESTIONS_CHAT_URL is not set: no model is asked (docs/mcp.md).');
} else {
  await using database = await openPglite(null);
  await migrate(database);
  await publishFiches(database, QUESTION_REGISTER);
  await using server = await serveQuestions(database, schema, {
    clock: () => new Date('2026-11-24T12:00:00Z'),
  });
  await using agent = await connectMcp(server.url);
  let failed = 0;
  for (const asked of QUESTIONS) {
    const faults = await askModel(chat, agent, asked.question).then(
      (transcript) => faultsOf(asked, transcript),
      (error: unknown) => [String(error)],
    );
    if (faults.length > 0) failed += 1;
    print(`${faults.length === 0 ? 'ok' : 'no'}  ${asked.question}`);
    for (const fault of faults) print(`      ${fault}`);
  }
  print(`${QUESTIONS.length - failed} of ${QUESTIONS.length}`);
  process.exitCode = failed === 0 ? 0 : 1;
}
