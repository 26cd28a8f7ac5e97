/**
 * `npm run bench:pages`: asks for every page at 16 connections, none of them kept, over a register of
 * the real size in PostgreSQL. Prints the rate and p99 of each, and the bytes of a first visit: the
 * page with the files that it asks for, packed as a browser takes them.
 *
 *   DATABASE_URL=postgres://… npm run bench:pages                       in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:pages -- --existing   over what it holds
 *   … -- --fiches 3000 --seconds 2                                      a smaller register, shortly
 *   … -- --json figures.json                                            figures for machines, too
 */
import { parseArgs } from 'node:util';
import {
  databaseUrl,
  decimals,
  type Figure,
  printTable,
  REGISTER_OPTIONS,
  writeFigures,
} from './figures.ts';
import { load } from './load.ts';
import { NO_ANSWERS_KEPT, startProduct } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { ask, type Register, withRegister } from './register.ts';

const { values } = parseArgs({
  options: { ...REGISTER_OPTIONS, seconds: { type: 'string', default: '8' } },
});

/** Other addresses of a page that are asked in turn. */
const OTHERS = 200;

/** Addresses of each page, of certifications and bodies that the register has. */
async function addresses(register: Register): Promise<ReadonlyMap<string, readonly string[]>> {
  const codes = await ask<{ code: string }>(
    register,
    `select certification_code as code from versions.cohort as own
     join versions.certification as fiche
       on fiche.code = own.certification_code and fiche.version = own.version
     where until = 2147483647 and global_6_months is not null
     group by 1 order by md5(certification_code) limit ${OTHERS}`,
  );
  const bodies = await ask<{ siren: string }>(
    register,
    `select siren from versions.certification_certifier where siren is not null
     group by siren order by md5(siren) limit ${OTHERS}`,
  );
  const words = ['gestion', 'conducteur', 'commerce', 'informatique', 'santé', 'bâtiment', 'chef'];
  const certification = codes.map(({ code }) => `/certifications/${code}`);
  const comparison = codes.map(
    ({ code }, at) => `/comparer?codes=${code}+${codes.at(at - 1)?.code}`,
  );
  return new Map([
    ['home', ['/']],
    ['search', words.map((word) => `/recherche?q=${encodeURIComponent(word)}`)],
    ['facets', [1, 2, 3, 4, 5, 6, 7].map((level) => `/recherche?niveau=${level}&active=oui`)],
    ['certification', certification],
    ['statistics', ['YEAR', 'LEVEL', 'SPECIALITY'].map((each) => `/statistiques?par=${each}`)],
    ['comparison', comparison],
    [
      'dossier',
      codes.map(
        ({ code }) =>
          `/dossier?code=${code}&section=certifications&section=cohorts&section=benchmark`,
      ),
    ],
    ['certifier', bodies.map(({ siren }) => `/certificateurs/${siren}`)],
    ['ends', ['/echeances', '/echeances?mois=6', '/echeances?niveau=6']],
    ['findings', ['/anomalies', '/anomalies?gravite=ERROR']],
    ['changes', ['/nouveautes', '/nouveautes?depuis=debut']],
    ['reports', ['/rapports']],
    ['method', ['/methode']],
  ]);
}

/** Bytes of a page and of the files that it asks for, as a browser is sent them. */
async function firstVisit(port: number, path: string): Promise<number> {
  const headers = { 'accept-encoding': 'br, gzip' };
  const base = `http://127.0.0.1:${port}`;
  const bytesOf = async (address: string) => {
    const head = await fetch(`${base}${address}`, { method: 'HEAD', headers });
    return Number(head.headers.get('content-length') ?? 0);
  };
  const page = await (await fetch(`${base}${path}`)).text();
  const files = new Set(page.match(/\/theme\/[\w.-]+/g));
  let bytes = await bytesOf(path);
  for (const file of files) bytes += await bytesOf(file);
  return bytes;
}

const print = printTable([
  ['page', 16],
  ['a second', 10],
  ['p50 ms', 8],
  ['p99 ms', 8],
  ['first visit KB', 15],
]);

await withRegister(
  {
    url: databaseUrl(),
    fiches: Number(values.fiches ?? REAL_FICHES),
    existing: values.existing,
  },
  async (register) => {
    const product = await startProduct({
      ...{ DATABASE_URL: register.href, CLIENT_MS_PER_SECOND: '0' },
      ...NO_ANSWERS_KEPT,
    });
    const figures: Figure[] = [];
    try {
      for (const [page, paths] of await addresses(register)) {
        const requests = paths.map((path) => ({
          ...{ method: 'GET' as const, path, headers: { 'accept-encoding': 'gzip' } },
        }));
        const { perSecond, p50, p99 } = await load(product.port, requests, Number(values.seconds));
        const kilobytes = (await firstVisit(product.port, paths[0] ?? '/')) / 1e3;
        print([page, decimals(perSecond, 0), p50, p99, decimals(kilobytes, 1)]);
        figures.push({ page, perSecond, p50, p99, kilobytes });
      }
    } finally {
      await product.stop();
    }
    await writeFigures(values.json, { register: await register.counts(), pages: figures });
  },
);
