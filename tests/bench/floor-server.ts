/**
 * The bare server that questions are compared with: `POST /` with the name of a question and a
 * code sends the rows of its one statement as JSON.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { QUESTIONS } from './floors.ts';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 10,
  options: '-c search_path=register_a,public',
});
const floors = new Map(QUESTIONS.map(({ operation, floor }) => [operation, floor]));

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', async () => {
    try {
      const { operation, code } = JSON.parse(body) as { operation: string; code?: string };
      const text = floors.get(operation) ?? 'select 1';
      const { rows } = await pool.query(text.includes('$1') ? { text, values: [code] } : text);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.on('SIGTERM', () => process.exit(0));
