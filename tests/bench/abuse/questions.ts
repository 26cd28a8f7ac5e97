import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { post } from '../load.ts';
import { dayAt, flood, operations, pick } from './flood.ts';

const INDICATORS = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'];
const CRITERIA = ['LEVEL', 'OCCUPATION', 'SPECIALITY', 'FORMACODE'];

/** A rule by which peers are chosen, another for each of thousands of numbers. */
function peersAt(index: number): string {
  const lastCohorts = 1 + (index % 50);
  return `{ peersBy: ${pick(CRITERIA, index)}, sameLevel: ${index % 3 === 0}, indicator: ${pick(INDICATORS, index)}, lastCohorts: ${lastCohorts} }`;
}

const WORDS = [
  'gestion',
  'projet',
  'technicien',
  'maintenance',
  'informatique',
  'commerce',
  'sécurité',
  'réseau',
  'logistique',
  'énergie',
];

const DIMENSIONS =
  'CERTIFIER, FORMACODE, OCCUPATION, ACCESS_ROUTE, SPECIALITY, REGISTRATION_END_MONTH';

const GROUP = 'groupCount groups { key { label } summary { certifications active completeShare } }';

/** All that a card has and more, its long texts included. */
const WIDE = `code title level levelLabel register active validFrom registrationEndsOn publishedOn
  objectives activities attestedSkills assessmentModes sectors jobTypes regulations
  certifiers { name siret active } specialities { code label } occupations { code label }
  formacodes { code label } accessRoutes { route open } blocks { code title skills }
  findings { rule } renewal { stage } legalReferences { title }
  cohorts { year certified insertionRates { indicator base interval { lower upper } } }`;

const saved = (name: string) =>
  readFile(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

const card = await saved('certification-card');
const cardId = createHash('sha256').update(card).digest('hex');

/** Attacks by operations that are valid, and work. */
export const QUESTION_ATTACKS = [
  operations(
    'peers',
    (index) =>
      `{ certifications(filter: { belowPeerMedian: ${peersAt(index)} }, asOf: "${dayAt(index)}") { totalCount } }`,
  ),
  operations('peers-by-aliases', (index) => {
    const fields = Array.from(
      { length: 10 },
      (_, place) =>
        `a${place}: certifications(filter: { belowPeerMedian: ${peersAt(10 * index + place)} }, asOf: "${dayAt(index)}") { totalCount }`,
    );
    return `{ ${fields.join(' ')} }`;
  }),
  operations('statistics', (index) => {
    const filter = `{ certified: { from: ${index % 400} }, registrationEnds: { from: "${dayAt(index)}" } }`;
    return index % 2 === 0
      ? `{ certificationStatistics(groupBy: [${DIMENSIONS}], first: 10, filter: ${filter}) { ${GROUP} } }`
      : `{ insertionStatistics(groupBy: [CERTIFICATION, YEAR], first: 100, asOf: "${dayAt(index)}", filter: { certification: ${filter} }) { groupCount groups { key { label } summary { certified rates { indicator value median betweenCertifications { standardError } change { verdict } } } } } }`;
  }),
  operations(
    'facets',
    (index) =>
      `{ certificationFacets(first: 100, asOf: "${dayAt(index)}", filter: { certified: { from: ${index % 50} }, levels: [3, 4, 5, 6, 7, 8], accessRoutes: [VAE, INITIAL_TRAINING] }) { dimension valueCount values { key { label } certifications } } }`,
  ),
  operations(
    'sorts',
    (index) =>
      `{ certifications(first: 500, asOf: "${dayAt(index)}", orderBy: [{ field: PEER_PERCENTILE, direction: DESC, peers: ${peersAt(index)} }, { field: TITLE }]) { nodes { code } } }`,
  ),
  operations('searches', (index) => {
    const words = Array.from(
      { length: 50 },
      (_, place) =>
        `${pick(WORDS, place)}${index % 7 === 0 ? '' : String.fromCharCode(97 + ((index + place) % 26))}`,
    );
    return `{ certifications(first: 20, filter: { search: "${words.join(' ')}" }) { totalCount nodes { code title } } }`;
  }),
  operations(
    'wide-pages',
    (index) =>
      `{ certifications(first: 500, filter: { certified: { from: ${index % 20} } }, asOf: "${dayAt(index)}") { totalCount nodes { ${WIDE} } pageInfo { endCursor } } }`,
  ),
  operations(
    'wide-benchmarks',
    (index) =>
      `{ certifications(first: 100, filter: { active: true, register: RNCP }, asOf: "${dayAt(index)}") { nodes { code benchmark(indicator: ${pick(INDICATORS, index)}, lastCohorts: ${1 + (index % 50)}, peersBy: ${pick(CRITERIA, index)}) { verdict peerCount peerMedian } } } }`,
  ),
  flood('cards', (index, { codes }) =>
    post(card, { code: pick(codes, index), asOf: dayAt(index) }),
  ),
  flood('persisted-get', (index, { codes }) => {
    const variables = JSON.stringify({ code: pick(codes, index), asOf: dayAt(index) });
    const path = `/graphql?documentId=sha256:${cardId}&variables=${encodeURIComponent(variables)}`;
    return { method: 'GET', path };
  }),
];
