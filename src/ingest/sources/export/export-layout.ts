/**
 * A text element, a text element that repeats (a list of texts), or an element with children.
 * Which elements repeat among groups is the business of who reads the group.
 */
type Layout = 'text' | 'texts' | { readonly [tag: string]: Layout };

const LABELLED = { CODE: 'text', LIBELLE: 'text' } as const;
const JURY = { DATE_DERNIERE_MODIFICATION: 'text', ACTIF: 'text', COMPOSITION: 'text' } as const;
const DECREE = { PUBLICATION_JO: { TITRE: 'text', DATE_PUBLICATION_JO: 'text' } } as const;
const CCN = { NUMERO: 'text', LIBELLE: 'text' } as const;

/** A fiche of flow 4.1, RNCP and RS together. Source: docs/sources.md#xml. */
const FICHE = {
  ID_FICHE: 'text',
  NUMERO_FICHE: 'text',
  NOUVELLES_CERTIFICATIONS: {
    NOUVELLE_CERTIFICATION: { ID_FICHE_NOUVELLE_CERTIFICATION: 'texts' },
  },
  ANCIENNES_CERTIFICATIONS: {
    ANCIENNE_CERTIFICATION: { ID_FICHE_ANCIENNE_CERTIFICATION: 'texts' },
  },
  INTITULE: 'text',
  ABREGE: LABELLED,
  ETAT_FICHE: 'text',
  FORMACODES: { FORMACODE: LABELLED },
  NOMENCLATURE_EUROPE: { NIVEAU: 'text', LIBELLE: 'text' },
  CODES_NSF: { NSF: LABELLED },
  CERTIFICATEURS: {
    CERTIFICATEUR: {
      SIRET_CERTIFICATEUR: 'text',
      NOM_CERTIFICATEUR: 'text',
      ETAT_CERTIFICATEUR: 'text',
      DATE_DERNIERE_MODIFICATION_ETAT: 'text',
      NOM_COMMERCIAL: 'text',
      SITE_INTERNET: 'text',
    },
  },
  EXISTENCE_PARTENAIRES: 'text',
  PARTENAIRES: {
    PARTENAIRE: {
      NOM_PARTENAIRE: 'text',
      SIRET_PARTENAIRE: 'text',
      HABILITATION_PARTENAIRE: 'text',
      ETAT_HABILITATION: 'text',
      DATE_ACTIF: 'text',
      DATE_DERNIERE_MODIFICATION_ETAT: 'text',
    },
  },
  ACTIVITES_VISEES: 'text',
  CAPACITES_ATTESTEES: 'text',
  SECTEURS_ACTIVITE: 'text',
  TYPE_EMPLOI_ACCESSIBLES: 'text',
  CODES_ROME: { ROME: LABELLED },
  REGLEMENTATIONS_ACTIVITES: 'text',
  SI_JURY_FI: JURY,
  SI_JURY_CA: JURY,
  SI_JURY_FC: JURY,
  SI_JURY_CQ: JURY,
  SI_JURY_CL: JURY,
  SI_JURY_VAE: JURY,
  ACCESSIBLE_NOUVELLE_CALEDONIE: 'text',
  ACCESSIBLE_POLYNESIE_FRANCAISE: 'text',
  CCN_1: CCN,
  CCN_2: CCN,
  CCN_3: CCN,
  CODES_IDCC: { IDCC: LABELLED },
  PUBLICATION_DECRET_GENERAL: DECREE,
  PUBLICATION_DECRET_CREATION: DECREE,
  PUBLICATION_DECRET_AUTRE: DECREE,
  DATE_DERNIER_JO: 'text',
  DATE_DECISION: 'text',
  DUREE_ENREGISTREMENT: 'text',
  DUREE_VALIDITE: 'text',
  STATISTIQUES_PROMOTIONS: {
    STATISTIQUES_PROMOTION: {
      ANNEE: 'text',
      NOMBRE_CERTIFIES: 'text',
      NOMBRE_CERTIFIES_VAE: 'text',
      TAUX_INSERTION_GLOBAL_6MOIS: 'text',
      TAUX_INSERTION_METIER_6MOIS: 'text',
      TAUX_INSERTION_METIER_2ANS: 'text',
    },
  },
  LIEN_URL_DESCRIPTION: 'text',
  DATE_FIN_ENREGISTREMENT: 'text',
  DATE_EFFET: 'text',
  DATE_DE_PUBLICATION: 'text',
  DATE_LIMITE_DELIVRANCE: 'text',
  ANNEES_PROMOTIONS_NIVEAU: { ANNEE: 'texts' },
  TYPE_ENREGISTREMENT: 'text',
  BLOCS_COMPETENCES: {
    BLOC_COMPETENCES: {
      CODE: 'text',
      LIBELLE: 'text',
      LISTE_COMPETENCES: 'text',
      MODALITES_EVALUATION: 'text',
      PREREQUIS_ENTREE_FORMATION_BLOC: 'text',
      PREREQUIS_VALIDATION_BLOC: 'text',
    },
  },
  OBJECTIFS_CONTEXTE: 'text',
  NIVEAU_MAITRISE_COMPETENCES: 'text',
  MODALITES_RENOUVELLEMENT: 'text',
  VALIDATION_PARTIELLE: 'text',
  VALIDATION_PARTIELLE_PERIMETRE: 'text',
  ACTIF: 'text',
  PREREQUIS_ENTREE_FORMATION: 'text',
  PREREQUIS_VALIDATION_CERTIFICATION: 'text',
  CORRESPONDANCES: {
    CORRESPONDANCE: {
      SOURCE: { BLOC_COMPETENCES: { CODE: 'text' } },
      DESTINATION: { NUMERO_FICHE: 'text', BLOC_COMPETENCES: { CODE: 'text' } },
    },
  },
} as const satisfies Layout;

/** One element of the layout, by its path: the same tag elsewhere is another node. */
export interface LayoutNode {
  readonly tag: string;
  /** From FICHE down: `FICHE/SI_JURY_FI/ACTIF`. */
  readonly path: string;
  readonly kind: 'group' | 'text' | 'texts';
  readonly children: ReadonlyMap<string, LayoutNode>;
}

function compile(tag: string, layout: Layout, parent: string | null): LayoutNode {
  const path = parent === null ? tag : `${parent}/${tag}`;
  if (typeof layout === 'string') return { tag, path, kind: layout, children: new Map() };
  const children = Object.entries(layout).map(
    ([name, child]) => [name, compile(name, child, path)] as const,
  );
  return { tag, path, kind: 'group', children: new Map(children) };
}

/** The whole export, from its root: FICHES with VERSION_FLUX and FICHE. */
export const EXPORT_ROOT: LayoutNode = {
  tag: 'FICHES',
  path: 'FICHES',
  kind: 'group',
  children: new Map([
    ['VERSION_FLUX', compile('VERSION_FLUX', 'text', 'FICHES')],
    ['FICHE', compile('FICHE', FICHE, null)],
  ]),
};
