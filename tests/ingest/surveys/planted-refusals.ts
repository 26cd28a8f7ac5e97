import { csv } from '../../support/surveys.ts';
import { certification, handoverFile } from '../sources/survey/handover-file.ts';
import { row, xlsxFile } from '../sources/survey/xlsx-file.ts';
import {
  HOLDER,
  PLACE,
  type PlantedImport,
  plantedPassage,
  ROSTER,
  SITUATION,
  titleOf,
  WHO,
} from './planted-files.ts';

const { NAME, FIRST, EMAIL, KEYED, SPACED, NIR, PHONE, PAIRED, ABROAD } = WHO;
const { BIRTH, FRENCH, DIGITS, STREET } = WHO;

function holders(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `RNCP1,${prefix}-${at},2024-05-01`);
}

/** Imports that are refused: what is planted is where something is wrong. */
export async function refusedImports(): Promise<readonly PlantedImport[]> {
  const roster = (...lines: readonly string[]) => ({ 'r.csv': csv(ROSTER, ...lines) });
  const columns = (names: readonly string[], value: string) => ({
    'r.csv': csv(
      `${ROSTER},${names.join()}`,
      `RNCP1,A,2024-05-01,${names.map(() => value).join()}`,
    ),
  });
  const situation = (names: readonly string[], value: string) => ({
    'r.csv': csv(ROSTER, 'RNCP1,A,2024-05-01'),
    's.csv': csv(
      `${SITUATION},${names.join()}`,
      `RNCP1,A,6,REPONDU,EMPLOI,${names.map(() => value).join()}`,
    ),
  });
  const sheet = (...cells: readonly (string | null)[]) =>
    xlsxFile([{ name: PLACE, rows: row(1, [...ROSTER.split(','), 'sexe']) + row(2, cells) }]);
  const xml = (from: string, to: string) =>
    handoverFile([certification('RNCP2', [plantedPassage('P3', false)])]).replace(from, to);
  const values = [
    NAME,
    `${FIRST} ${NAME}`,
    EMAIL,
    KEYED,
    NIR,
    PHONE,
    PAIRED,
    BIRTH,
    FRENCH,
    STREET,
  ];
  const fields = ['annee_naissance', 'region_formation', 'siret_organisme'];
  const ofJobs = [
    ...['date_observation', 'duree_contrat_mois', 'quotite', 'remuneration_brute_annuelle'],
    ...['rome_emploi', 'region_emploi', 'pays_emploi'],
  ];
  const codes = ['voie_acces', 'sexe', 'niveau_avant', 'situation_avant', 'resultat'];
  return [
    ...values.map((value) => ({ what: `a certification ${value}`, files: roster(`${value},A,`) })),
    ...values.map((value) => ({ what: `a day ${value}`, files: roster(`RNCP1,A,${value}`) })),
    ...values.map((value) => ({ what: `fields ${value}`, files: columns(fields, value) })),
    ...values.map((value) => ({ what: `details ${value}`, files: situation(ofJobs, value) })),
    // In lists of codes words are repeated, so that they can be mapped; numbers and addresses are not.
    ...[EMAIL, KEYED, SPACED, NIR, PHONE, PAIRED, BIRTH, FRENCH, DIGITS].map((value) => ({
      what: `codes ${value}`,
      files: columns(codes, value),
    })),
    {
      what: 'names in place of codes',
      files: {
        'r.csv': csv(
          `${ROSTER},sexe`,
          ...holders('T', 40).map((line, at) => `${line},${NAME} ${at}`),
        ),
      },
    },
    ...[EMAIL, KEYED, SPACED, PAIRED, ABROAD, NIR, PHONE].map((value) => ({
      what: `an identifier ${value}`,
      files: roster(`RNCP1,${value},2024-05-01`),
    })),
    ...['Nom', 'prenom', 'NIR', 'Courriel', 'Date de naissance', 'Adresse'].map((header) => ({
      what: `a column ${header}`,
      files: columns([header], NAME),
    })),
    {
      what: 'an address in a column that is ignored',
      files: columns(['Remarque'], EMAIL),
      mapping: { ignore: ['Remarque'] },
    },
    { what: 'a file without a header', files: { 'r.csv': csv(`RNCP1,${NAME},${FRENCH}`) } },
    { what: 'an address in place of a header', files: { 'r.csv': csv(`${ROSTER},${EMAIL}`, 'x') } },
    {
      what: 'a name twice in place of headers',
      files: { 'r.csv': csv(`${NAME},x,${NAME}`, '1,2,3') },
    },
    { what: 'a header of another column', files: columns([PLACE], NAME) },
    { what: 'a cell more', files: roster('RNCP1,A,2024-05-01', `RNCP1,B,2024-05-01,${NAME}`) },
    { what: 'a quote that does not close', files: roster(`RNCP1,"${NAME},2024-05-01`) },
    {
      what: 'a holder twice',
      files: roster(`RNCP1,${HOLDER},2024-05-01`, `RNCP1,${HOLDER},2024-06-01`),
    },
    {
      what: 'a holder who is not in the roster',
      files: {
        ...roster('RNCP1,A,2024-05-01'),
        's.csv': csv(SITUATION, `RNCP1,${HOLDER},6,REFUS,`),
      },
    },
    {
      what: 'a title that is too long',
      files: situation(['intitule_poste'], titleOf('x'.repeat(200))),
    },
    {
      what: 'a formula',
      files: { 'e.xlsx': await sheet('RNCP1', NAME, '2024-05-01', '><f>A1</f>') },
    },
    { what: 'a day of a sheet', files: { 'e.xlsx': await sheet('RNCP1', NAME, FRENCH, 'F') } },
    {
      what: 'a value without a header',
      files: { 'e.xlsx': await sheet('RNCP1', 'A', '2024-05-01', 'F', NAME) },
    },
    {
      what: 'a sheet without a header',
      files: {
        'e.xlsx': await xlsxFile([{ rows: row(1, [NAME, FIRST]) + row(2, [NAME, '><f>1</f>']) }]),
      },
    },
    { what: 'XML that breaks off', files: { 'h.xml': xml('</cpf:nomUsage>', '') } },
    { what: 'another root', files: { 'h.xml': `<${NAME}><prenom>${FIRST}</prenom></${NAME}>` } },
    { what: 'another route', files: { 'h.xml': xml('>VAE<', `>${NAME}<`) } },
    { what: 'another sex', files: { 'h.xml': xml('<cpf:sexe>F<', `<cpf:sexe>${NAME}<`) } },
    { what: 'another year', files: { 'h.xml': xml('>1985<', `>${BIRTH}<`) } },
    { what: 'another code', files: { 'h.xml': xml('>RNCP2<', `>${NAME}<`) } },
    { what: 'a text of an identifier', files: { 'h.xml': xml(`>${HOLDER}-P3<`, `>${EMAIL}<`) } },
    {
      what: 'a file of holders as the mapping',
      files: roster('RNCP1,A,2024-05-01'),
      mapping: `${NAME};${FIRST}`,
    },
    {
      what: 'a list of holders as the mapping',
      files: roster('RNCP1,A,2024-05-01'),
      mapping: [NAME],
    },
    {
      what: 'members of a mapping',
      files: roster('RNCP1,A,2024-05-01'),
      mapping: { [NAME]: FIRST },
    },
  ];
}
