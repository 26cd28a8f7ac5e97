import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { receiveForm } from '../../../src/http/surveys/receive-form.ts';

const MOST = 1_000_000;

/** What a form of some files was received as, or why it was not. */
interface Outcome {
  readonly files?: readonly { field: string; name: string; bytes: number; content: string }[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly modes?: readonly number[];
  readonly code?: string;
}

describe('a form', () => {
  let server: Server;
  let folder: string;
  let outcomes: Outcome[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'form-test-'));
    server = createServer(async (request, response) => {
      const own = await mkdtemp(join(folder, 'one-'));
      const outcome = await receiveForm(request, own, MOST).then(
        async ({ files, fields }): Promise<Outcome> => ({
          fields: Object.fromEntries(fields),
          modes: await Promise.all(files.map(async ({ path }) => (await stat(path)).mode & 0o777)),
          files: await Promise.all(
            files.map(async ({ path, ...file }) => ({
              ...file,
              content: (await readFile(path)).toString('latin1'),
            })),
          ),
        }),
        (error: unknown): Outcome => ({
          code: error instanceof DomainError ? error.code : String((error as Error).message),
        }),
      );
      // Nothing is open any longer: the folder can be removed.
      await rm(own, { recursive: true });
      outcomes.push(outcome);
      response.end(JSON.stringify(outcome));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    outcomes = [];
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  const portOf = () => (server.address() as AddressInfo).port;
  async function send(body: RequestInit['body'], headers: Record<string, string> = {}) {
    const response = await fetch(`http://127.0.0.1:${portOf()}/`, {
      ...{ method: 'POST', body: body ?? null, headers, duplex: 'half' },
    } as RequestInit);
    return (await response.json()) as Outcome;
  }
  const BOUNDARY = { 'content-type': 'multipart/form-data; boundary=b' };
  const part = (disposition: string, content: string) =>
    `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

  test('is received with its fields, and files that nobody else may read', async () => {
    const content = randomBytes(300_000);
    const form = new FormData();
    form.append('fichiers', new Blob([content]), 'données.csv');
    form.append('fichiers', new Blob(['x']), 'b.csv');
    form.append('correspondance', new Blob([]), '');
    form.append('action', 'verifier');
    expect(await send(form)).toEqual({
      fields: { action: 'verifier' },
      modes: [0o600, 0o600],
      files: [
        {
          ...{ field: 'fichiers', name: 'données.csv', bytes: 300_000 },
          content: content.toString('latin1'),
        },
        { field: 'fichiers', name: 'b.csv', bytes: 1, content: 'x' },
      ],
    });
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\secret\\\\a.csv', 'a.csv'],
    ['a\u0007\u202eb.csv', 'ab.csv'],
    ['', '#1'],
    [`${'x'.repeat(100)}.csv`, `${'x'.repeat(39)}…${'x'.repeat(35)}.csv`],
  ])('names its files, which are no paths: %j is called %s', async (given, called) => {
    const body = `${part(`name="fichiers"; filename="${given}"`, 'x')}--b--\r\n`;
    expect((await send(body, BOUNDARY)).files).toMatchObject([{ name: called, content: 'x' }]);
  });

  test('is refused past its bytes while it arrives, and the client is answered', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(
          sent === 65_536
            ? Buffer.from('--b\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\n')
            : Buffer.alloc(65_536),
        );
        if (sent > 100 * MOST) controller.close();
      },
    });
    expect(await send(endless, BOUNDARY)).toEqual({ code: 'REQUEST_ENTITY_TOO_LARGE' });
    expect(sent).toBeLessThan(20 * MOST);
  });

  test('is refused by its length before anything of it is read', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(portOf(), '127.0.0.1', () => {
        socket.write(
          `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: ${MOST + 1}\r\n\r\n`,
        );
      });
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
    });
    expect(answer).toContain('REQUEST_ENTITY_TOO_LARGE');
  });

  test.each([
    ['too many files', (at: number) => `name="fichiers"; filename="${at}"`],
    ['too many fields', (at: number) => `name="field${at}"`],
  ])('is refused for %s', async (_what, disposition) => {
    const parts = Array.from({ length: 60 }, (_, at) => part(disposition(at), 'x'));
    expect(await send(`${parts.join('')}--b--`, BOUNDARY)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test.each([
    ['no boundary', 'x', { 'content-type': 'multipart/form-data' }],
    [
      'another boundary',
      part('name="a"', 'x'),
      { 'content-type': 'multipart/form-data; boundary=c' },
    ],
    ['nothing', '', BOUNDARY],
    ['a part without an end', part('name="fichiers"; filename="a"', 'x'), BOUNDARY],
    ['headers without an end', '--b\r\ncontent-disposition: form-data; name="a"', BOUNDARY],
    ['noise', randomBytes(5_000).toString('latin1'), BOUNDARY],
  ])('is refused when it is none: %s', async (_what, body, headers) => {
    expect(await send(body, headers)).toEqual({ code: 'BAD_REQUEST' });
  });

  test('that breaks off anywhere is refused or received, and never waited for', async () => {
    const whole = `${part('name="fichiers"; filename="a.csv"', 'x;y')}${part('name="action"', 'verifier')}--b--\r\n`;
    const { files } = await send(whole, BOUNDARY);
    expect(files).toHaveLength(1);
    for (let length = 0; length < whole.length; length++) {
      const outcome = await send(whole.slice(0, length), BOUNDARY);
      if (outcome.code === undefined) expect(length).toBeGreaterThan(whole.length - 5);
      else expect([length, outcome.code]).toEqual([length, 'BAD_REQUEST']);
    }
  });

  test('whose client leaves is over, and leaves no file open', async () => {
    const socket = connect(portOf(), '127.0.0.1');
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n${part('name="fichiers"; filename="a"', 'x'.repeat(5_000))}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await expect.poll(() => outcomes).toEqual([{ code: 'aborted' }]);
  });
});
