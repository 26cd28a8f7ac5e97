import { BODY, body, HEADER } from '../publish/importer.ts';
import { exportText, type FicheText } from '../sources/export/export-text.ts';

/** The figures of a cohort as typed; an empty one is not given. */
export interface CohortText {
  readonly certified: string;
  readonly global6: string;
  /** At two years. */
  readonly target24: string;
}

/** What an export says of a fiche. */
export interface FicheState {
  readonly title: string;
  readonly parts: readonly PartName[];
  readonly cohorts: Readonly<Record<string, CohortText>>;
  /** Without a title a fiche is refused. */
  readonly readable: boolean;
}

/** What an export says. */
export interface ExportState {
  readonly fiches: Readonly<Record<string, FicheState>>;
  /** One more fiche has a number that cannot be read. */
  readonly nameless: boolean;
}

/** A line of a statistics file, or of the statistics of a fiche page. */
export interface StatisticsLine extends CohortText {
  readonly code: string;
  readonly year: string;
  /** Certified through VAE. */
  readonly vae: string;
  readonly target6: string;
}

const block = (code: string, title: string) =>
  `<BLOC_COMPETENCES><CODE>${code}</CODE><LIBELLE>${title}</LIBELLE><LISTE_COMPETENCES>Savoir ${title}</LISTE_COMPETENCES></BLOC_COMPETENCES>`;
const partner = (name: string, role: string) =>
  `<PARTENAIRE><NOM_PARTENAIRE>${name}</NOM_PARTENAIRE><SIRET_PARTENAIRE>77572257201109</SIRET_PARTENAIRE><HABILITATION_PARTENAIRE>${role}</HABILITATION_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION></PARTENAIRE>`;
const successor = (code: string) =>
  `<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>${code}</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>`;
const journal = (title: string) =>
  `<PUBLICATION_JO><TITRE>${title}</TITRE><DATE_PUBLICATION_JO>09/11/1985</DATE_PUBLICATION_JO></PUBLICATION_JO>`;

/** Parts of a fiche by what they are called, of which it has one of each kind at most. */
export const PARTS = {
  level: {
    'level 5': '<NOMENCLATURE_EUROPE><NIVEAU>NIV5</NIVEAU></NOMENCLATURE_EUROPE>',
    'an unknown level': '<NOMENCLATURE_EUROPE><NIVEAU>NIV99</NIVEAU></NOMENCLATURE_EUROPE>',
  },
  bodies: {
    'a body': BODY,
    'a body whose SIRET cannot be read': body('<SIRET_CERTIFICATEUR>328</SIRET_CERTIFICATEUR>'),
  },
  blocks: {
    'a block': `<BLOCS_COMPETENCES>${block('RNCP1BC01', 'cuire')}</BLOCS_COMPETENCES>`,
    'two blocks of a code': `<BLOCS_COMPETENCES>${block('RNCP1BC01', 'pétrir')}${block('RNCP1BC01', 'cuire')}</BLOCS_COMPETENCES>`,
  },
  partners: {
    'a partner': `<PARTENAIRES>${partner('CENTRE', 'HABILITATION_FORMER')}</PARTENAIRES>`,
    'two partners': `<PARTENAIRES>${partner('CENTRE', 'HABILITATION_ORGA_FORM')}${partner('AUTRE', 'HABILITATION_FORMER')}</PARTENAIRES>`,
  },
  link: {
    'a link to RNCP1': successor('RNCP1'),
    'a link to RNCP2': successor('RNCP2'),
    'a link that cannot be read': successor('la suivante'),
  },
  text: {
    'a text': '<CAPACITES_ATTESTEES>Pétrir la pâte</CAPACITES_ATTESTEES>',
    'another text':
      '<CAPACITES_ATTESTEES>Cuire le pain</CAPACITES_ATTESTEES><SI_JURY_VAE><ACTIF>Oui</ACTIF></SI_JURY_VAE><CODES_ROME><ROME><CODE>D1102</CODE><LIBELLE>Boulangerie</LIBELLE></ROME></CODES_ROME>',
  },
  law: {
    'a decree': `<PUBLICATION_DECRET_GENERAL>${journal('Arrêté')}</PUBLICATION_DECRET_GENERAL><CCN_1><NUMERO>3107</NUMERO></CCN_1>`,
    'an equivalence':
      '<CORRESPONDANCES><CORRESPONDANCE><DESTINATION><NUMERO_FICHE>RNCP2</NUMERO_FICHE></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>',
  },
  end: {
    'an end in 2022': '<DATE_FIN_ENREGISTREMENT>30/06/2022</DATE_FIN_ENREGISTREMENT>',
    'an end that cannot be read':
      '<DATE_FIN_ENREGISTREMENT>31/02/2022</DATE_FIN_ENREGISTREMENT><CODES_NSF><NSF><CODE>221</CODE></NSF></CODES_NSF>',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

type Kinds = typeof PARTS;
export type PartName = { [K in keyof Kinds]: keyof Kinds[K] }[keyof Kinds];

const XML = new Map<string, string>(Object.values(PARTS).flatMap((kind) => Object.entries(kind)));

/** The text of an export. */
export function exportTextOf({ fiches, nameless }: ExportState): string {
  const given = Object.entries(fiches).map(
    ([code, { title, parts, cohorts, readable }]): FicheText => ({
      ...{ code, title: readable ? title : '' },
      extra: parts.map((part) => XML.get(part) ?? '').join(''),
      cohorts: Object.entries(cohorts).map(([year, { certified, global6, target24 }]) => [
        ...([year, certified, global6, target24] as const),
      ]),
    }),
  );
  return exportText(nameless ? [...given, { code: 'sans numéro' }] : given);
}

/** The text of a statistics file. */
export function statisticsText(lines: readonly StatisticsLine[]): string {
  const cells = lines.map(({ code, year, certified, vae, global6, target6, target24 }) =>
    [code, year, certified, vae, global6, target6, target24].join(';'),
  );
  return [HEADER, ...cells, ''].join('\n');
}

/** A fiche page: of one certification, with a title, and statistics. */
export interface PageState {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly Omit<StatisticsLine, 'code'>[];
}

const COLUMNS = [
  'Année d’obtention de la certification',
  'Nombre de certifiés',
  'Nombre de certifiés à la suite d’un parcours vae',
  'Taux d’insertion global à 6 mois (en %)',
  'Taux d’insertion dans le métier visé à 6 mois (en %)',
  'Taux d’insertion dans le métier visé à 2 ans (en %)',
];

/** The text of a fiche page. */
export function pageText({ code, title, lines }: PageState): string {
  const rows = lines.map(({ year, certified, vae, global6, target6, target24 }) =>
    [year, certified, vae, global6, target6, target24].map((cell) => cell || '-').join('\t'),
  );
  return `${code} - ${title}

Niveau 6

Nom légal\tSiret\tNom commercial\tSite internet
ECOLE DU NORD\t32800778600077\tNord\thttps://example.org

Objectifs et contexte de la certification :

Devenir ${title}.

Compétences attestées :

Pétrir sur la page.

Modalités d’évaluation :

Une épreuve de ${title}.

${code}BC01 - Pétrir

Liste de compétences\tModalités d’évaluation

Savoir pétrir\tUn oral

Validité des composantes acquises :

Statistiques :

${COLUMNS.join('\t')}
${rows.join('\n')}

Nouvelle(s) Certification(s) :

RNCP2\tLa suivante
`;
}
