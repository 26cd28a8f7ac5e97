/** The bare server that answers in memory are compared with: it sends one file, to all who ask. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const body = await readFile(process.env['BYTES'] ?? '');
const headers = { 'content-type': 'application/octet-stream', 'content-length': body.byteLength };

const server = createServer((_request, response) => {
  response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.on('SIGTERM', () => process.exit(0));
