/**
 * The bare server that operations are compared with: `POST /` with the name of an operation and a
 * value sends the rows of its one statement as JSON. The statement is prepared once for each
 * connection, and PostgreSQL writes the JSON: nothing is parsed and written again on its way.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { floorStatement, OPERATIONS } from './floors.ts';

/** Short statements are not worth compiling; hashes and sorts fit into memory. */
const SESSION = '-c jit=off -c work_mem=64MB';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 10,
  options: `${process.env['FLOOR_OPTIONS']} ${SESSION}`,
});
const statements = new Map(
  OPERATIONS.map((operation, index) => {
    const text = floorStatement(operation);
    return [operation.name, { name: `floor-${index}`, text, takesValue: text.includes('$1') }];
  }),
);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const sent = JSON.parse(Buffer.concat(chunks).toString()) as {
        name: string;
        value?: unknown;
      };
      const statement = statements.get(sent.name);
      if (!statement) throw new Error(`${sent.name} has no floor`);
      const { name, text, takesValue } = statement;
      const values = takesValue ? [sent.value] : [];
      const { rows } = await pool.query<{ json: string }>({ name, text, values });
      response.setHeader('content-type', 'application/json');
      response.end(rows[0]?.json);
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.on('SIGTERM', () => process.exit(0));
