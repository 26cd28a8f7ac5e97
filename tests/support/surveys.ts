import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/database.ts';
import {
  importSurvey,
  type SurveyFile,
  type SurveyImport,
  type SurveyOptions,
} from '../../src/ingest/surveys/import-survey.ts';
import { day } from './factories.ts';

/** The secret of the worked examples of docs/surveys.md. */
export const SECRET = 'debouches-test';

/** Lines of a CSV file. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** Imports texts as files of these names, which are gone afterwards. */
export async function importTexts(
  database: Database,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<SurveyOptions> = {},
): Promise<SurveyImport> {
  const folder = await mkdtemp(join(tmpdir(), 'survey-'));
  try {
    const given: SurveyFile[] = [];
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await writeFile(path, text);
      given.push({ path, name });
    }
    return await importSurvey(database, given, {
      ...{ secret: SECRET, today: day('2026-11-24'), mapping: null, siren: null },
      ...{ international: [], check: false },
      ...options,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const ROSTER = 'certification,id_titulaire,date_obtention,voie_acces,sexe,annee_naissance';

/** How many holders of an access route answered what. */
export interface RouteOf {
  readonly route: string;
  readonly holders: number;
  readonly respondents: number;
  readonly neutralised: number;
  readonly employed: number;
  readonly inTarget: number;
}

/** The cohort of the worked example: 60 holders, 48 respondents, 6 neutralised, 34 employed, 25 in target. */
export const EXAMPLE: readonly RouteOf[] = [
  {
    ...{ route: 'ELEVE_ETUDIANT', holders: 40, respondents: 36 },
    ...{ neutralised: 6, employed: 27, inTarget: 21 },
  },
  {
    ...{ route: 'APPRENTISSAGE', holders: 20, respondents: 12 },
    ...{ neutralised: 0, employed: 7, inTarget: 4 },
  },
];

/** Files of a cohort of 2024 of which the routes answered so, at one horizon; holders are H001, H002 … */
export function cohortFiles(
  code: string,
  routes: readonly RouteOf[],
  { year = 2024, horizon = 6, prefix = 'H' } = {},
): { readonly roster: string; readonly situations: string } {
  const roster = [ROSTER];
  const situations = ['certification,id_titulaire,horizon,statut_reponse,situation,metier_vise'];
  let number = 0;
  for (const of of routes) {
    for (let place = 0; place < of.holders; place++) {
      number += 1;
      const id = `${prefix}${String(number).padStart(3, '0')}`;
      const sex = number % 2 === 1 ? 'F' : 'M';
      roster.push(`${code},${id},${year}-03-15,${of.route},${sex},${year - 24}`);
      situations.push(`${code},${id},${horizon},${answerOf(of, place)}`);
    }
  }
  return { roster: csv(...roster), situations: csv(...situations) };
}

function answerOf(of: RouteOf, place: number): string {
  if (place >= of.respondents) return 'INJOIGNABLE,,';
  if (place < of.inTarget) return 'REPONDU,EMPLOI,OUI';
  if (place < of.employed) return 'REPONDU,EMPLOI,NON';
  if (place < of.employed + of.neutralised) return 'REPONDU,POURSUITE_ETUDES,';
  return 'REPONDU,RECHERCHE,';
}
