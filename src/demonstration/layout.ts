import type { CodeDraft, FicheDraft, LegalReferenceDraft } from './draft.ts';
import { element, group, type XmlText, xmlText } from './xml.ts';

const YES = xmlText('Oui');
const NO = xmlText('Non');

function yesNo(value: boolean | null): XmlText | null {
  return value === null ? null : value ? YES : NO;
}

function all<T>(items: readonly T[], write: (item: T) => string): string {
  let written = '';
  for (const item of items) written += write(item);
  return written;
}

function codes(list: string, item: string, entries: readonly CodeDraft[]): string {
  const rows = all(entries, ({ code, label }) =>
    group(3, item, element(4, 'CODE', code) + element(4, 'LIBELLE', label)),
  );
  return group(2, list, rows);
}

function links(list: string, item: string, numbers: readonly XmlText[]): string {
  return group(
    2,
    list,
    all(numbers, (number) => group(3, item, element(4, `ID_FICHE_${item}`, number))),
  );
}

function journal(kind: string, references: readonly LegalReferenceDraft[]): string {
  const rows = all(references, ({ title, publishedOn }) =>
    group(
      3,
      'PUBLICATION_JO',
      element(4, 'TITRE', title) + element(4, 'DATE_PUBLICATION_JO', publishedOn),
    ),
  );
  return group(2, `PUBLICATION_DECRET_${kind}`, rows);
}

function blockCodes(depth: number, blocks: readonly XmlText[]): string {
  return all(blocks, (code) => group(depth, 'BLOC_COMPETENCES', element(depth + 1, 'CODE', code)));
}

function identity(fiche: FicheDraft): string {
  return (
    element(2, 'ID_FICHE', fiche.sheetId) +
    element(2, 'NUMERO_FICHE', fiche.number) +
    links('NOUVELLES_CERTIFICATIONS', 'NOUVELLE_CERTIFICATION', fiche.successors) +
    links('ANCIENNES_CERTIFICATIONS', 'ANCIENNE_CERTIFICATION', fiche.predecessors) +
    element(2, 'INTITULE', fiche.title) +
    (fiche.abbreviation
      ? group(
          2,
          'ABREGE',
          element(3, 'CODE', fiche.abbreviation.code) +
            element(3, 'LIBELLE', fiche.abbreviation.label),
        )
      : '') +
    element(2, 'ETAT_FICHE', fiche.editorialState) +
    codes('FORMACODES', 'FORMACODE', fiche.formacodes) +
    (fiche.level
      ? group(
          2,
          'NOMENCLATURE_EUROPE',
          element(3, 'NIVEAU', fiche.level.code) + element(3, 'LIBELLE', fiche.level.label),
        )
      : '') +
    codes('CODES_NSF', 'NSF', fiche.specialities)
  );
}

function bodies(fiche: FicheDraft): string {
  const certifiers = all(fiche.certifiers, (certifier) =>
    group(
      3,
      'CERTIFICATEUR',
      element(4, 'SIRET_CERTIFICATEUR', certifier.siret) +
        element(4, 'NOM_CERTIFICATEUR', certifier.name) +
        element(4, 'ETAT_CERTIFICATEUR', certifier.state) +
        element(4, 'DATE_DERNIERE_MODIFICATION_ETAT', certifier.stateChangedOn) +
        element(4, 'NOM_COMMERCIAL', certifier.tradeName) +
        element(4, 'SITE_INTERNET', certifier.website),
    ),
  );
  return (
    group(2, 'CERTIFICATEURS', certifiers) +
    element(2, 'EXISTENCE_PARTENAIRES', yesNo(fiche.partnersMayExist)) +
    group(2, 'PARTENAIRES', fiche.partnerRows)
  );
}

function access(fiche: FicheDraft): string {
  return (
    all(fiche.accessRoutes, ({ tag, open, jury, changedOn }) =>
      group(
        2,
        `SI_JURY_${tag}`,
        element(3, 'DATE_DERNIERE_MODIFICATION', changedOn) +
          element(3, 'ACTIF', yesNo(open)) +
          element(3, 'COMPOSITION', jury),
      ),
    ) +
    element(2, 'ACCESSIBLE_NOUVELLE_CALEDONIE', yesNo(fiche.overseas?.newCaledonia ?? null)) +
    element(2, 'ACCESSIBLE_POLYNESIE_FRANCAISE', yesNo(fiche.overseas?.polynesia ?? null))
  );
}

function agreements(fiche: FicheDraft): string {
  let written = '';
  fiche.agreements.forEach(({ brochure, label }, index) => {
    const described = element(3, 'NUMERO', brochure) + element(3, 'LIBELLE', label);
    written += group(2, `CCN_${index + 1}`, described);
  });
  const idcc = fiche.agreements.map(({ idcc, label }) => ({ code: idcc, label }));
  return written + codes('CODES_IDCC', 'IDCC', idcc);
}

function statistics(fiche: FicheDraft): string {
  const cohorts = all(fiche.cohorts, (cohort) =>
    group(
      3,
      'STATISTIQUES_PROMOTION',
      element(4, 'ANNEE', cohort.year) +
        element(4, 'NOMBRE_CERTIFIES', cohort.certified) +
        element(4, 'NOMBRE_CERTIFIES_VAE', cohort.certifiedThroughVae) +
        element(4, 'TAUX_INSERTION_GLOBAL_6MOIS', cohort.global6Months) +
        element(4, 'TAUX_INSERTION_METIER_2ANS', cohort.target2Years),
    ),
  );
  return group(2, 'STATISTIQUES_PROMOTIONS', cohorts);
}

function blocks(fiche: FicheDraft): string {
  const rows = all(fiche.blocks, (block) =>
    group(
      3,
      'BLOC_COMPETENCES',
      element(4, 'CODE', block.code) +
        element(4, 'LIBELLE', block.title) +
        element(4, 'LISTE_COMPETENCES', block.skills) +
        element(4, 'MODALITES_EVALUATION', block.assessment) +
        element(4, 'PREREQUIS_ENTREE_FORMATION_BLOC', block.entryPrerequisites) +
        element(4, 'PREREQUIS_VALIDATION_BLOC', block.validationPrerequisites),
    ),
  );
  return group(2, 'BLOCS_COMPETENCES', rows);
}

function equivalences(fiche: FicheDraft): string {
  const rows = all(fiche.equivalences, ({ sourceBlocks, target, targetBlocks }) =>
    group(
      3,
      'CORRESPONDANCE',
      group(4, 'SOURCE', blockCodes(5, sourceBlocks)) +
        group(4, 'DESTINATION', element(5, 'NUMERO_FICHE', target) + blockCodes(5, targetBlocks)),
    ),
  );
  return group(2, 'CORRESPONDANCES', rows);
}

/** One FICHE element, in the order and the indentation of the export. */
export function ficheXml(fiche: FicheDraft): string {
  return group(
    1,
    'FICHE',
    identity(fiche) +
      bodies(fiche) +
      element(2, 'ACTIVITES_VISEES', fiche.activities) +
      element(2, 'CAPACITES_ATTESTEES', fiche.attestedSkills) +
      element(2, 'SECTEURS_ACTIVITE', fiche.sectors) +
      element(2, 'TYPE_EMPLOI_ACCESSIBLES', fiche.jobTypes) +
      codes('CODES_ROME', 'ROME', fiche.occupations) +
      element(2, 'REGLEMENTATIONS_ACTIVITES', fiche.regulations) +
      access(fiche) +
      agreements(fiche) +
      journal('GENERAL', fiche.legal.general) +
      journal('CREATION', fiche.legal.creation) +
      journal('AUTRE', fiche.legal.other) +
      element(2, 'DATE_DERNIER_JO', fiche.lastJournalOn) +
      element(2, 'DATE_DECISION', fiche.decisionOn) +
      element(2, 'DUREE_ENREGISTREMENT', fiche.registrationYears) +
      element(2, 'DUREE_VALIDITE', fiche.validityYears) +
      statistics(fiche) +
      element(2, 'LIEN_URL_DESCRIPTION', fiche.descriptionLink) +
      element(2, 'DATE_FIN_ENREGISTREMENT', fiche.endsOn) +
      element(2, 'DATE_EFFET', fiche.effectiveOn) +
      group(
        2,
        'ANNEES_PROMOTIONS_NIVEAU',
        all(fiche.levelYears, (year) => element(3, 'ANNEE', year)),
      ) +
      element(2, 'TYPE_ENREGISTREMENT', fiche.registrationType) +
      blocks(fiche) +
      element(2, 'OBJECTIFS_CONTEXTE', fiche.objectives) +
      element(2, 'NIVEAU_MAITRISE_COMPETENCES', fiche.masteryLevels) +
      element(2, 'MODALITES_RENOUVELLEMENT', fiche.renewalTerms) +
      element(2, 'VALIDATION_PARTIELLE', yesNo(fiche.partialValidation)) +
      element(2, 'VALIDATION_PARTIELLE_PERIMETRE', fiche.partialValidationScope) +
      element(2, 'ACTIF', yesNo(fiche.active)) +
      element(2, 'PREREQUIS_ENTREE_FORMATION', fiche.entryPrerequisites) +
      element(2, 'PREREQUIS_VALIDATION_CERTIFICATION', fiche.validationPrerequisites) +
      element(2, 'DATE_DE_PUBLICATION', fiche.publishedOn) +
      element(2, 'DATE_LIMITE_DELIVRANCE', fiche.deliveryLimitOn) +
      equivalences(fiche),
  );
}

/** What stands before the first fiche. */
export const HEADER =
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<FICHES>\n  <VERSION_FLUX>4.1</VERSION_FLUX>\n';

/** What stands after the last one. */
export const FOOTER = '</FICHES>\n';
