import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, parsePlainDate } from '../../src/domain/calendar.ts';
import { cleanFiche } from '../ingest/publish/importer.ts';
import { exportText } from '../ingest/sources/export/export-text.ts';

/** Certifications of each version of the register. */
export const STAMPED_FICHES = 40;

/** The word that all of them are found by. */
const WORD = 'boulanger';

const FIRST_DAY = parsePlainDate('2024-01-01');

/** Writes an export in which every text and every figure says of which version it is; gives its path. */
export async function writeStamped(folder: string, version: number): Promise<string> {
  const path = join(folder, `export_fiches_RNCP_V4_1_${addDays(FIRST_DAY, version)}.xml`);
  const stamp = `v${version}`;
  const fiches = Array.from({ length: STAMPED_FICHES }, (_, index) =>
    cleanFiche(`RNCP${100 + index}`, {
      title: `${WORD} ${stamp}`,
      extra: `<CAPACITES_ATTESTEES>Savoir ${stamp}</CAPACITES_ATTESTEES>
        <PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Centre ${stamp}</NOM_PARTENAIRE></PARTENAIRE></PARTENAIRES>
        <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP${100 + index}BC01</CODE><LIBELLE>Bloc ${stamp}</LIBELLE>
        <LISTE_COMPETENCES>Geste ${stamp}</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES>`,
      cohorts: [['2020', String(CERTIFIED * version), String(version)]],
    }),
  );
  await writeFile(path, exportText(fiches));
  return path;
}

/** Certified of a cohort, for each version. */
const CERTIFIED = 10;

/** Something that can be asked of a server, and what its answer says of versions. */
export interface StampedRequest {
  readonly name: string;
  /** Whether it is answered from memory alone: it is never refused. */
  readonly isFromMemory: boolean;
  readonly path: string;
  readonly body?: string;
  /** Every version that an answer speaks of: one, unless it is mixed; 0 for what none can be of. */
  readonly versionsOf: (text: string) => ReadonlySet<number>;
}

const NUMBER = 'dataStatus { publication { number } }';
const PAGE = `certifications(first: ${STAMPED_FICHES})`;
const FOUND = `certifications(first: ${STAMPED_FICHES}, filter: { search: "${WORD}" })`;
const STATISTICS = `insertionStatistics(groupBy: [YEAR]) {
  groups { summary { certified rate(indicator: GLOBAL_6_MONTHS) { value } } } }`;
const COHORTS = `cohorts { certified insertionRate(indicator: GLOBAL_6_MONTHS) { value } }`;
const CHANGES = `changes(first: ${STAMPED_FICHES}, kinds: [UPDATED]) {
  nodes { after publication { number } } }`;

const graphql = (name: string, isFromMemory: boolean, fields: string): StampedRequest => ({
  ...{ name, isFromMemory, path: '/graphql', body: JSON.stringify({ query: `{ ${fields} }` }) },
  versionsOf: (text) => versionsOfData((JSON.parse(text) as { data: unknown }).data),
});
const report = (name: string, isFromMemory: boolean): StampedRequest => ({
  ...{ name, isFromMemory, path: `/reports/${name}` },
  versionsOf: name.endsWith('.json')
    ? (text) => versionsOfReport(JSON.parse(text) as Report)
    : (text) => versionsOfLines(text),
});

export const STAMPED_REQUESTS: readonly StampedRequest[] = [
  graphql(
    'figures',
    true,
    `${NUMBER} ${PAGE} { totalCount nodes { title ${COHORTS} } } ${STATISTICS}`,
  ),
  graphql(
    'texts',
    false,
    `${NUMBER} ${PAGE} {
    totalCount nodes { title attestedSkills blocks { title skills } partners(first: 2) { nodes { name } } } }`,
  ),
  graphql('search', false, `${NUMBER} ${FOUND} { totalCount nodes { title } } ${STATISTICS}`),
  graphql('changes', false, `${NUMBER} ${CHANGES} ${STATISTICS}`),
  report('certifications.csv', true),
  report('cohorts.json', true),
  report('blocks.csv', false),
];

/** What a figure is of, by the name of its field. */
const FIGURES: Readonly<Record<string, (value: number) => number>> = {
  number: (value) => value,
  value: (value) => value,
  totalCount: (value) => (value === STAMPED_FICHES ? Number.NaN : 0),
};

function versionsOfData(data: unknown): Set<number> {
  const versions = new Set<number>();
  const isGroup = (parent: object) => 'rate' in parent;
  JSON.stringify(data, function (this: object, name, value: unknown) {
    if (typeof value === 'string') for (const stamp of stampsOf(value)) versions.add(stamp);
    if (typeof value !== 'number') return value;
    const all = CERTIFIED * (isGroup(this) ? STAMPED_FICHES : 1);
    const version = name === 'certified' ? value / all : FIGURES[name]?.(value);
    if (version !== undefined && !Number.isNaN(version)) versions.add(version);
    return value;
  });
  return versions;
}

interface Report {
  readonly publication: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function versionsOfReport({ publication, rows }: Report): Set<number> {
  const versions = new Set([publication, ...rows.flatMap((row) => stampsOf(JSON.stringify(row)))]);
  for (const { certified, global_6_months: rate } of rows) {
    versions.add(Number(certified) / CERTIFIED).add(Number(rate));
  }
  if (rows.length !== STAMPED_FICHES) versions.add(0);
  return versions;
}

function versionsOfLines(text: string): Set<number> {
  const lines = text.trim().split('\n');
  return new Set([...stampsOf(text), ...(lines.length === STAMPED_FICHES + 1 ? [] : [0])]);
}

function stampsOf(text: string): number[] {
  return [...text.matchAll(/\bv(\d+)\b/g)].map(([, version]) => Number(version));
}
