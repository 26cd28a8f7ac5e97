import { openPglite } from './src/db/pglite.ts';
import { openPostgres } from './src/db/postgres.ts';
import { migrate } from './src/db/migrations.ts';
import { importFiles } from './src/ingest/publish.ts';
import { openRequest } from './src/graphql/context.ts';
import { schema } from './src/graphql/schema.ts';
import { graphql } from 'graphql';
const url = process.env.TEST_DATABASE_URL;
const database = url ? openPostgres(url) : await openPglite(null);
console.log(await migrate(database));
const S='../shared/data/france-competences/';
const o = { today: '2026-11-24' as never, onProgress: (e: unknown) => {} };
let t=performance.now();
const r = await importFiles(database, [S+'xml-v4.1/export_fiches_RNCP_V4_1_2026-08-16.sample.xml', S+'xml-v4.1/export_fiches_RS_V4_1_2026-08-16.sample.xml'], o);
console.log(r.sources.map(s=>[s.register,s.certifications,s.blocks,s.cohorts,s.partners,s.certifiers,s.refusedValues]), performance.now()-t);
console.log((await importFiles(database, [S+'xml-v4.1/export_fiches_RNCP_V4_1_2026-08-16.sample.xml'], o)).changed);
const p = await importFiles(database, [S+'fiche-page/RNCP35746.txt'], o);
console.log(p);
await using req = await openRequest(database, '2022-09-01' as never);
const res = await graphql({schema, contextValue: req.context, source: `{ certification(code:"rncp 35746", asOf:"2022-09-01"){ code title level active registrationEndsOn blocks{code title} accessRoutes{route open}
 cohorts { year certified certifiedThroughVae insertionRates { indicator value status dueOn interval{lower upper} base reliability provenance{source fileName attribution} } } insertion { indicator value interval{lower upper} coverage{certified certifiedWithRate ratio} years unweightedMean } } 
 certifications(first:3, filter:{search:"developpeurs"}){ totalCount nodes{code title} pageInfo{endCursor hasNextPage} } }`});
console.log(JSON.stringify(res, null, 1).slice(0, 9000));
await req[Symbol.asyncDispose]();
await database[Symbol.asyncDispose]();
