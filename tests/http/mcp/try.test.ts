import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { serveQuestions } from '../question-server.ts';
import { connectMcp } from './mcp-client.ts';
test('try', async () => {
  const db = await openMigratedPglite();
  await publishFiches(db, QUESTION_REGISTER);
  await using server = await serveQuestions(db, schema, { clock: () => new Date('2026-11-24T12:00:00Z') });
  for (const mode of ['modern','legacy'] as const) {
    await using c = await connectMcp(server.url, { mode });
    const { tools } = await c.client.listTools();
    console.log(mode, tools.length, JSON.stringify(tools).length, tools.map((t) => t.name + ' ' + JSON.stringify(t).length).join('\n'));
    const a = await c.call('pooled_rates', { code: 'RNCP101' });
    writeFileSync(`/tmp/out-${mode}.txt`, a.text + '\n\n' + JSON.stringify(a.structured, null, 1));
    writeFileSync(`/tmp/tools.json`, JSON.stringify(tools, null, 1));
    console.log((await c.call('certification_card', { code: 'RNCP999' })), (await c.call('benchmark', { cod: 'RNCP999' })).text);
    console.log((await c.call('ending_registrations', { withinMonths: 'x' })).text, (await c.call('benchmark', { code: 'zzz' })).text);
    console.log(JSON.stringify(await c.client.listPrompts()).slice(0,1500), (await c.client.listResources()).resources.map((r) => r.uri));
    console.log((await c.client.readResource({ uri: 'debouches://certification/RNCP101' })).contents[0]);
    console.log(await c.client.complete({ ref: { type: 'ref/prompt', name: 'benchmark' }, argument: { name: 'code', value: 'RNCP11' } }));
    console.log(await c.client.getPrompt({ name: 'benchmark', arguments: { code: 'RNCP11' } }));
    try { await c.call('nope'); } catch (e) { console.log(String(e)); }
  }
}, 60000);
