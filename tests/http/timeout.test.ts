import { expect, test } from 'vitest';
import { openPostgres } from '../../src/db/postgres.ts';
import { createScratchUrl } from '../support/database.ts';
import { publishSmallRegister, SMALL_REGISTER, serveQuestions } from './question-server.ts';

const SERVER = process.env['TEST_DATABASE_URL'];

/** The address of a database whose statements are cancelled after a while. */
function impatient(href: string): string {
  const url = new URL(href);
  url.searchParams.set('options', '-c statement_timeout=500');
  return url.href;
}

test.skipIf(!SERVER)(
  'a question that the database cancels is a TIMEOUT, and the next one is answered (on PostgreSQL)',
  async () => {
    const { href, drop } = await createScratchUrl(SERVER ?? '');
    try {
      await using database = openPostgres(href);
      await publishSmallRegister(database);
      await using hasty = openPostgres(impatient(href));
      await using server = await serveQuestions(hasty);
      const response = await server.ask({ query: '{ sleep }' });
      expect(await response.json()).toMatchObject({
        data: { sleep: null },
        errors: [{ extensions: { code: 'TIMEOUT' } }],
      });
      const next = await server.ask({ query: '{ certifications }' });
      expect(await next.json()).toEqual({ data: { certifications: SMALL_REGISTER } });
    } finally {
      await drop();
    }
  },
);
