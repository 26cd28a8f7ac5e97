import { buffer } from 'node:stream/consumers';
import { surveyTemplate } from '../../../src/http/surveys/template.ts';
import { csv } from '../../support/surveys.ts';
import { unzip } from '../../support/unzip.ts';
import {
  certification,
  type Element,
  handoverFile,
  passage,
} from '../sources/survey/handover-file.ts';
import { row, zipOf } from '../sources/survey/xlsx-file.ts';

/** What says who somebody is: none of it may be stored, said or logged. */
export const WHO = {
  ...{ NAME: 'Zorglubine', CAPITALS: 'ZORGLUBINE', FIRST: 'Mélisandrette' },
  EMAIL: 'm.zorglubine@exemple.fr',
  // A NIR as files and people write it, and without its key: 1850578006084 mod 97 is 6, so 91.
  ...{ KEYED: '185057800608491', SPACED: '1 85 05 78 006 084 91', NIR: '1850578006084' },
  ...{ PHONE: '0698765432', PAIRED: '06 98 76 54 32', ABROAD: '+33698765432' },
  ...{ BIRTH: '1985-05-17', FRENCH: '17/05/1985', DIGITS: '17051985' },
  ...{ STREET: '12 rue des Planteurs', TOWN: 'Trifouillis-les-Oies' },
  PROFILE: 'linkedin.com/in/zorglubine',
} as const;
export const PLANTED = Object.values(WHO);

/** Names of files, sheets and columns, which messages say to tell where something is; they are not stored. */
export const PLACE = 'Zébulonie';

/** A title that is kept where the mapping says so, with its row and nowhere else. */
export const KEPT_TITLE = 'Adjointe de Madame Pipistrelle';

const { NAME, CAPITALS, FIRST, EMAIL, KEYED, NIR, PAIRED, BIRTH, FRENCH, DIGITS, STREET } = WHO;

/** An import with planted identities. */
export interface PlantedImport {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly mapping?: object | string;
}

export const ROSTER = 'certification,id_titulaire,date_obtention';
export const SITUATION = 'certification,id_titulaire,horizon,statut_reponse,situation';
/** An identifier that is a name, as bodies have them. */
export const HOLDER = `${CAPITALS}-${FIRST}-007`;

/** Imports that are accepted: what is planted in them is dropped, or hashed. */
export async function acceptedImports(): Promise<readonly PlantedImport[]> {
  const template = new Map(await unzip(await buffer(surveyTemplate())));
  const filled = (sheet: string, cells: readonly string[]) => {
    const part = `xl/worksheets/${sheet}.xml`;
    const xml = template.get(part) ?? '';
    template.set(part, xml.replace('</sheetData>', `${row(2, cells)}</sheetData>`));
  };
  filled('sheet1', ['RNCP1', `${HOLDER}-X`, '2023-05-01', 'VAE', 'F', '1985']);
  const answer = ['RNCP1', `${HOLDER}-X`, '6', 'REPONDU', '', 'CV', 'EMPLOI'];
  const job = ['OUI', 'CDI', '', 'PLEIN', '100', 'CADRE', '35000', 'M1607', '11', 'FR'];
  filled('sheet2', [
    `${HOLDER}-X`,
    ...answer.slice(0, 1),
    ...answer.slice(2),
    ...job,
    titleOf('X'),
  ]);
  template.set(
    'xl/workbook.xml',
    (template.get('xl/workbook.xml') ?? '').replace('"Valeurs"', `"${PLACE}"`),
  );
  return [
    {
      what: 'two CSV files whose identifiers are names, with titles that are dropped',
      files: {
        [`${PLACE}-r.csv`]: csv(ROSTER, `RNCP1,${HOLDER},2024-05-01`, `RNCP1,${NAME},2024-05-01`),
        's.csv': csv(
          `${SITUATION},intitule_poste`,
          `RNCP1,${HOLDER},6,REPONDU,EMPLOI,${titleOf('')}`,
        ),
      },
    },
    {
      what: 'a wide file with columns that are ignored',
      files: {
        'w.csv': csv(
          `Dossier;Fin;À 6;Remarque;${PLACE}`,
          `${HOLDER}-W;01/05/2022;En poste;${NAME} ${FIRST}, ${STREET}, née le ${FRENCH};${BIRTH}`,
          `2;01/05/2022;En poste;${DIGITS};${CAPITALS}`,
        ),
      },
      mapping: {
        columns: { Dossier: 'id_titulaire', Fin: 'date_obtention', 'À 6': 'situation@6' },
        values: { situation: { 'En poste': 'EMPLOI' } },
        constants: { certification: 'RNCP1' },
        ignore: ['Remarque', PLACE],
      },
    },
    {
      what: 'the template, filled in',
      files: { 'e.xlsx': await zipOf(Object.fromEntries(template)) },
    },
    {
      what: 'a hand-over file',
      files: { 'h.xml': handoverFile([certification('RNCP2', [plantedPassage('P1', false)])]) },
    },
    {
      what: 'a hand-over file of 1.1.5',
      files: {
        'h.xml': handoverFile([certification('RS3', [plantedPassage('P2', true)])], {
          action: 'CREATION',
          prefix: '',
        }),
      },
    },
  ];
}

/** A title with a name in it. */
export function titleOf(suffix: string): string {
  return `Assistante de ${FIRST} ${NAME} ${suffix}`;
}

/** A passage in whose elements everything is planted. */
export function plantedPassage(id: string, withNir: boolean): Element {
  const elements = passage({ id: `${HOLDER}-${id}` });
  if (!Array.isArray(elements)) throw new Error('a passage has elements');
  const person: Element = [
    ['nomNaissance', CAPITALS],
    ['nomUsage', NAME],
    ['prenom1', FIRST],
    ['anneeNaissance', '1985'],
    ['moisNaissance', '05'],
    ['jourNaissance', '17'],
    ['sexe', 'F'],
    ['libelleCommuneNaissance', WHO.TOWN],
    ['courriel', EMAIL],
    ['telephone', PAIRED],
    ['dateNaissance', BIRTH],
  ];
  const byNir: Element = [
    ['nir', NIR],
    ['nomNaissance', CAPITALS],
  ];
  return elements.map(([tag, content]: readonly [string, Element]) => {
    if (tag === 'verbatim') return [tag, `${NAME}, ${STREET}, ${KEYED}`] as const;
    if (tag === 'urlPreuve') return [tag, `https://${WHO.PROFILE}`] as const;
    if (tag !== 'identificationTitulaire') return [tag, content] as const;
    const who = withNir
      ? (['identifiantNational', byNir] as const)
      : (['titulaire', person] as const);
    return [tag, [who]] as const;
  });
}
