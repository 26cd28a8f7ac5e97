import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, type Settings, serveQuestions } from '../http/question-server.ts';
import { day, publishFiches } from '../support/factories.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../support/question-register.ts';

/** Serves the register of the questions, with a publication before it. */
export async function serveQuestionRegister(
  database: Database,
  settings: Settings = {},
): Promise<QuestionServer> {
  await publishFiches(database, FORMER_REGISTER, { datedOn: day('2026-11-01') });
  await publishFiches(database, QUESTION_REGISTER, {
    ...{ datedOn: day('2026-11-20'), compared: true },
  });
  return serveQuestions(database, schema, settings);
}

/** The pages of a register in which there is RNCP101 and the body of this SIREN, by name. */
export const PAGE_ADDRESSES = {
  home: '/',
  search: '/recherche?q=concepteur',
  'every certification': '/recherche?tri=fin&niveau=6&active=oui',
  'nothing found': '/recherche?q=zzzz',
  certification: '/certifications/RNCP101',
  'another rate': '/certifications/RNCP101?taux=TARGET_OCCUPATION_2_YEARS&par=LEVEL',
  'the RS': '/certifications/RS200',
  'statistics by year': '/statistiques',
  'statistics by level': '/statistiques?par=LEVEL&et=REGISTRATION_TYPE&active=oui',
  'nothing compared': '/comparer',
  comparison: '/comparer?codes=RNCP101+RNCP100',
  'nothing gathered': '/dossier',
  dossier:
    '/dossier?titre=Examen&code=RNCP101&section=certifications&section=cohorts&section=benchmark&section=blocks',
  'wide sections':
    '/dossier?section=findings&section=expiring%3Fmonths%3D36&section=certifier-portfolio&section=renewal-readiness&section=partners',
  'every measure':
    '/statistiques?par=LEVEL&mesures=certifications&mesures=promotions&mesures=certifies&mesures=vae&mesures=taux&mesures=couverture&mesures=quartiles&mesures=moyenne&mesures=effet&mesures=statuts&mesures=evolution',
  gaps: '/ecarts?certifies=0',
  certifiers: '/certificateurs?tri=jours',
  certifier: '/certificateurs/111111118',
  ends: '/echeances?mois=24',
  findings: '/anomalies',
  changes: '/nouveautes?depuis=1&nature=RATE_ALTERED&nature=UPDATED',
  surveys: '/enquetes',
  reports: '/rapports',
  'columns of a report': '/rapports/insertion-rates?register=RNCP&years=latest(3)',
  method: '/methode',
  glossary: '/glossaire',
  accessibility: '/accessibilite',
  publication: '/publications/2',
} as const;

/** Fiches whose every text would be a script if it were not escaped. */
export const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\'';

/** A register like another one, in which every title, name and label is hostile. */
export function hostileRegister(fiches: readonly Fiche[]): Fiche[] {
  return fiches.map((fiche) => hostile(fiche) as Fiche);
}

/** Fields that are a text of the fiche, and no code that something else must match. */
const TEXTS =
  /^(?:title|label|name|jury|.*Skills|objectives|activities|.*Modes|sectors|jobTypes|regulations|.*Prerequisites|tradeName)$/;

function hostile(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => hostile(each, name));
  if (typeof value === 'string') return TEXTS.test(name) ? `${value} ${HOSTILE}` : value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hostile(each, key)]));
}
