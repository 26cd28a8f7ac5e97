import { certification, handoverFile, passage } from '../ingest/sources/survey/handover-file.ts';
import { row, xlsxFile } from '../ingest/sources/survey/xlsx-file.ts';
import { csv } from '../support/surveys.ts';

/** Files of an import, and its mapping. */
interface Given {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly mapping: string | null;
}

const ROSTER = [
  'certification,id_titulaire,date_obtention,voie_acces,sexe,annee_naissance,region_formation,siret_organisme,niveau_avant,situation_avant,resultat',
  'RNCP1,A1,2024-03-15,VAE,F,1996,11,35600000000048,5,SALARIE,CERTIFIE',
  'RNCP1,A2,15/03/2024,APPRENTISSAGE,M,2001,04,,AUCUN,,',
  'RS2,A3,2023-12-31,,,,,,,,',
  'RS2,A4,,VAE,F,1980,,,,,ABSENT',
];
const SITUATIONS = [
  'certification,id_titulaire,horizon,statut_reponse,date_observation,source,situation,metier_vise,contrat,duree_contrat_mois,temps_travail,quotite,categorie,remuneration_brute_annuelle,rome_emploi,region_emploi,pays_emploi,intitule_poste',
  'RNCP1,A1,6,REPONDU,2024-09-20,TELEPHONE,EMPLOI,OUI,CDD,7,PLEIN,100,CADRE,"35 000,00",M1607,11,FR,"Chargée d\'études, ""junior"""',
  'RNCP1,A1,24,REPONDU,,CV,HORS_FRANCE,NON,CDI,,PARTIEL,80,EMPLOYE,28000,,,BE,',
  'RNCP1,A2,6,REFUS,,,,,,,,,,,,,,',
  'RS2,A3,12,REPONDU,2024-12-01,QUESTIONNAIRE,POURSUITE_ETUDES,,,,,,,,,,,',
];
const WIDE = [
  'N° dossier;Diplômé le;Voie;Situation M+6;Contrat M+6;Situation M+24;Remarque',
  'A1;01/02/2024;Alternance;En poste;CDI;Chômage;',
  'A2;01/02/2024;;Chômage;;En poste;à rappeler',
  'A3;01/02/2024;Alternance;;;;',
];
const MAPPING = {
  columns: {
    ...{ 'N° dossier': 'id_titulaire', 'Diplômé le': 'date_obtention', Voie: 'voie_acces' },
    ...{ 'Situation M+6': 'situation@6', 'Contrat M+6': 'contrat@6' },
    'Situation M+24': 'situation@24',
  },
  values: {
    situation: { 'En poste': 'EMPLOI', Chômage: 'RECHERCHE' },
    voie_acces: { Alternance: 'APPRENTISSAGE' },
  },
  constants: { certification: 'RNCP1', 'source@6': 'CV' },
  ...{ ignore: ['Remarque'], keepJobTitles: true },
};

const cells = (line: string) => line.split(',').map((cell) => cell.replaceAll('"', ''));
const sheetRows = (lines: readonly string[]) =>
  lines.map((line, at) => row(at + 1, cells(line))).join('');
/** The situations without the line that holds separators in quotes. */
const PLAIN = SITUATIONS.filter((line) => !line.includes('"'));
const SHEETS = [
  { name: 'Titulaires', rows: sheetRows(ROSTER) },
  { name: 'Situations', rows: sheetRows(PLAIN) },
];

const WIDE_MAPPING = JSON.stringify(MAPPING);
export const bytes = (text: string) => Buffer.from(text);
const passages = [passage({ id: 'A1' }), passage({ id: 'A2', route: null, isFinal: 'false' })];
const withNir = passages.map((each) =>
  Array.isArray(each)
    ? each.map(([tag, content]) =>
        tag === 'identificationTitulaire'
          ? ([
              tag,
              [
                [
                  'identifiantNational',
                  [
                    ['nir', '2850578006084'],
                    ['nomNaissance', 'X'],
                  ],
                ],
              ],
            ] as const)
          : ([tag, content] as const),
      )
    : each,
);

export type Damage = (given: Buffer) => Buffer;

/** A kind of import: what is right, and how a damage is done to it. */
interface Kind {
  readonly right: () => Promise<Given> | Given;
  readonly damaged: (damage: Damage, second: boolean) => Promise<Given> | Given;
}

const files = (roster: Buffer, situations: Buffer): Given => ({
  ...{ files: { 'r.csv': roster, 's.csv': situations }, mapping: null },
});
const oneFile = (name: string, content: Buffer, mapping: string | null = null): Given => ({
  ...{ files: { [name]: content }, mapping },
});
const ofOne = (name: string, content: Buffer, mapping: string | null = null): Kind => ({
  right: () => oneFile(name, content, mapping),
  damaged: (damage) => oneFile(name, damage(content), mapping),
});

const [R, S] = [bytes(csv(...ROSTER)), bytes(csv(...SITUATIONS))];
const WIDE_FILE = bytes(csv(...WIDE));

export const KINDS: readonly (readonly [string, Kind])[] = [
  [
    'two CSV files',
    {
      right: () => files(R, S),
      damaged: (damage, second) => (second ? files(R, damage(S)) : files(damage(R), S)),
    },
  ],
  ['a wide file', ofOne('w.csv', WIDE_FILE, WIDE_MAPPING)],
  [
    'a mapping',
    {
      right: () => oneFile('w.csv', WIDE_FILE, WIDE_MAPPING),
      damaged: (damage) =>
        oneFile('w.csv', WIDE_FILE, damage(bytes(WIDE_MAPPING)).toString('utf8')),
    },
  ],
  [
    'a workbook',
    {
      right: async () => oneFile('e.xlsx', await xlsxFile(SHEETS)),
      damaged: async (damage) => oneFile('e.xlsx', damage(await xlsxFile(SHEETS))),
    },
  ],
  [
    'a sheet of a workbook',
    {
      right: async () => oneFile('e.xlsx', await xlsxFile(SHEETS)),
      damaged: async (damage, second) => {
        const changed = SHEETS.map((sheet, at) =>
          at === Number(second) ? { ...sheet, rows: damage(bytes(sheet.rows)).toString() } : sheet,
        );
        return oneFile('e.xlsx', await xlsxFile(changed));
      },
    },
  ],
  ['a hand-over file', ofOne('h.xml', bytes(handoverFile([certification('RNCP1', passages)])))],
  [
    'a hand-over file of 1.1.5',
    ofOne('h.xml', bytes(handoverFile([certification('RS2', withNir)], { action: 'CREATION' }))),
  ],
];
