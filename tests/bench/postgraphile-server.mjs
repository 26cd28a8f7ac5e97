// PostGraphile 5 over the schema `peer` of DATABASE_URL, as it is run in production: its own server
// on node:http, no GraphiQL, nothing watched, no plans explained. It prepares statements by default
// (100 on each connection) and turns JIT off by itself. peers.ts copies this file into the folder
// that it installs PostGraphile in.
import { createServer } from 'node:http';
// biome-ignore-start lint/correctness/noUndeclaredDependencies: installed where this file is copied to
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// biome-ignore-end lint/correctness/noUndeclaredDependencies: as above

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['peer'],
      poolConfig: { max: 10 },
    }),
  ],
  gather: { installWatchFixtures: false },
  // Nested rows come as plain lists, which cost it less than connections.
  schema: { defaultBehavior: '+list -insert -update -delete' },
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
});
const server = createServer();
server.on('error', (error) => {
  throw error;
});
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => process.exit(0));
