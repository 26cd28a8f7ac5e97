import type { AccessRouteKind } from '../../../domain/certification/access-route.ts';
import type {
  Fiche,
  FicheAccessRoute,
  FicheCollectiveAgreement,
  FicheLegalReference,
  FicheTexts,
  Labelled,
} from '../../../domain/certification/fiche.ts';
import { exactRegisterCode } from '../../../domain/certification/register-code.ts';
import { cutGiven, type Finding } from '../../../domain/findings/finding.ts';
import { FieldReader } from '../field-reader.ts';
import { parseDescriptionLink } from '../values.ts';
import type { ElementGroup } from './element-group.ts';
import { certifiersOf, partnersOf } from './export-bodies.ts';
import { blocksOf, cohortsOf, equivalencesOf, lineageOf } from './export-facts.ts';
import type { FicheTree } from './fiche-tree.ts';

/** A fiche read from a source, or null when it was refused; the findings say what and why. */
export interface ReadFiche {
  readonly fiche: Fiche | null;
  readonly findings: readonly Finding[];
}

const JURIES: readonly (readonly [AccessRouteKind, string])[] = [
  ['INITIAL_TRAINING', 'SI_JURY_FI'],
  ['APPRENTICESHIP', 'SI_JURY_CA'],
  ['CONTINUING_TRAINING', 'SI_JURY_FC'],
  ['PROFESSIONALISATION_CONTRACT', 'SI_JURY_CQ'],
  ['INDIVIDUAL_APPLICATION', 'SI_JURY_CL'],
  ['VAE', 'SI_JURY_VAE'],
];

const DECREES: readonly (readonly [FicheLegalReference['kind'], string])[] = [
  ['GENERAL', 'PUBLICATION_DECRET_GENERAL'],
  ['CREATION', 'PUBLICATION_DECRET_CREATION'],
  ['OTHER', 'PUBLICATION_DECRET_AUTRE'],
];

const REGISTRATION_TYPES: ReadonlyMap<string, 'BY_LAW' | 'ON_REQUEST'> = new Map([
  ['Enregistrement de droit', 'BY_LAW'],
  ['Enregistrement sur demande', 'ON_REQUEST'],
]);

function refusedFiche(code: string | null, element: string, given: string | null, message: string) {
  const finding: Finding = {
    rule: 'REFUSED_FICHE',
    certificationCode: code,
    cohortYear: null,
    element,
    given: given === null ? null : cutGiven(given),
    message,
  };
  return { fiche: null, findings: [finding] };
}

function labelled(fields: FieldReader, group: ElementGroup | null, tag = 'CODE'): Labelled | null {
  const code = group && fields.required(group, tag, ['LIBELLE']);
  return code === null ? null : { code, label: group?.text('LIBELLE') ?? null };
}

function labelledList(fields: FieldReader, groups: readonly ElementGroup[]): Labelled[] {
  return groups.flatMap((group) => labelled(fields, group) ?? []);
}

function accessRoutesOf(fields: FieldReader, fiche: ElementGroup): FicheAccessRoute[] {
  return JURIES.flatMap(([route, tag]) => {
    const jury = fields.single(fiche, tag);
    if (!jury) return [];
    return {
      route,
      open: fields.yesNo(jury, 'ACTIF'),
      jury: jury.text('COMPOSITION'),
      changedOn: fields.day(jury, 'DATE_DERNIERE_MODIFICATION'),
    };
  });
}

function agreementsOf(fiche: ElementGroup): FicheCollectiveAgreement[] {
  const ccn = ['CCN_1', 'CCN_2', 'CCN_3'].flatMap((tag) => fiche.all(tag));
  const agreements = [
    ...ccn.map((group) => ({
      kind: 'CCN' as const,
      number: group.text('NUMERO'),
      label: group.text('LIBELLE'),
    })),
    ...fiche.all('CODES_IDCC', 'IDCC').map((group) => ({
      kind: 'IDCC' as const,
      number: group.text('CODE'),
      label: group.text('LIBELLE'),
    })),
  ];
  return agreements.filter(({ number, label }) => number !== null || label !== null);
}

function legalReferencesOf(fields: FieldReader, fiche: ElementGroup): FicheLegalReference[] {
  return DECREES.flatMap(([kind, tag]) =>
    fiche.all(tag, 'PUBLICATION_JO').map((group) => ({
      kind,
      title: group.text('TITRE'),
      publishedOn: fields.day(group, 'DATE_PUBLICATION_JO'),
    })),
  ).filter(({ title, publishedOn }) => title !== null || publishedOn !== null);
}

/**
 * VALIDATION_PARTIELLE is Oui or Non, on some fiches a text: the text then joins the scope
 * (VALIDATION_PARTIELLE_PERIMETRE), and whether it is possible stays unknown.
 */
function partialValidationOf(fiche: ElementGroup): {
  possible: boolean | null;
  scope: string | null;
} {
  const given = fiche.text('VALIDATION_PARTIELLE');
  const scope = fiche.text('VALIDATION_PARTIELLE_PERIMETRE');
  if (given === null) return { possible: null, scope };
  if (/^(oui|non)$/i.test(given)) return { possible: given.toLowerCase() === 'oui', scope };
  return { possible: null, scope: scope === null ? given : `${given}\n${scope}` };
}

function textsOf(fiche: ElementGroup, partialValidationScope: string | null): FicheTexts {
  return {
    objectives: fiche.text('OBJECTIFS_CONTEXTE'),
    activities: fiche.text('ACTIVITES_VISEES'),
    attestedSkills: fiche.text('CAPACITES_ATTESTEES'),
    assessmentModes: null,
    acquisitionByBlocks: null,
    sectors: fiche.text('SECTEURS_ACTIVITE'),
    jobTypes: fiche.text('TYPE_EMPLOI_ACCESSIBLES'),
    regulations: fiche.text('REGLEMENTATIONS_ACTIVITES'),
    entryPrerequisites: fiche.text('PREREQUIS_ENTREE_FORMATION'),
    validationPrerequisites: fiche.text('PREREQUIS_VALIDATION_CERTIFICATION'),
    masteryLevels: fiche.text('NIVEAU_MAITRISE_COMPETENCES'),
    renewalTerms: fiche.text('MODALITES_RENOUVELLEMENT'),
    partialValidationScope,
    componentsValidity: null,
    preparingBodies: null,
    referenceFramework: null,
  };
}

/**
 * The fiche of one FICHE element of the export. Refused when it has no readable NUMERO_FICHE or no
 * INTITULE; a bad value inside it is refused alone. Source: docs/sources.md#xml.
 */
export function exportFiche({ group: fiche, repeats }: FicheTree): ReadFiche {
  const number = fiche.text('NUMERO_FICHE');
  const code = number === null ? null : exactRegisterCode(number);
  if (code === null) {
    const message = 'no readable NUMERO_FICHE: RNCP or RS and a number are accepted';
    return refusedFiche(null, 'FICHE/NUMERO_FICHE', number, message);
  }
  const title = fiche.text('INTITULE');
  if (title === null) {
    return refusedFiche(code, 'FICHE/INTITULE', null, 'INTITULE is absent: a fiche has a title');
  }
  const fields = new FieldReader(code);
  for (const { path, given } of repeats) {
    fields.find('REFUSED_VALUE', path, given, 'given more than once: the first counts');
  }
  const partialValidation = partialValidationOf(fiche);
  return {
    fiche: {
      code,
      sheetId: fields.identifier(fiche, 'ID_FICHE'),
      title,
      abbreviation: labelled(fields, fields.single(fiche, 'ABREGE')),
      editorialState: fiche.text('ETAT_FICHE'),
      level: labelled(fields, fields.single(fiche, 'NOMENCLATURE_EUROPE'), 'NIVEAU'),
      activeFlag: fields.yesNo(fiche, 'ACTIF'),
      registrationType: fields.oneOf(fiche, 'TYPE_ENREGISTREMENT', REGISTRATION_TYPES),
      decisionOn: fields.day(fiche, 'DATE_DECISION'),
      effectiveOn: fields.day(fiche, 'DATE_EFFET'),
      registrationEndsOn: fields.day(fiche, 'DATE_FIN_ENREGISTREMENT'),
      publishedOn: fields.day(fiche, 'DATE_DE_PUBLICATION'),
      lastJournalOn: fields.day(fiche, 'DATE_DERNIER_JO'),
      deliveryLimitOn: fields.day(fiche, 'DATE_LIMITE_DELIVRANCE'),
      registrationYears: fields.duration(fiche, 'DUREE_ENREGISTREMENT'),
      validityYears: fields.duration(fiche, 'DUREE_VALIDITE'),
      partnersMayExist: fields.yesNo(fiche, 'EXISTENCE_PARTENAIRES'),
      newCaledonia: fields.yesNo(fiche, 'ACCESSIBLE_NOUVELLE_CALEDONIE'),
      frenchPolynesia: fields.yesNo(fiche, 'ACCESSIBLE_POLYNESIE_FRANCAISE'),
      descriptionLink: parseDescriptionLink(fiche.text('LIEN_URL_DESCRIPTION')),
      levelYears: fiche
        .all('ANNEES_PROMOTIONS_NIVEAU')
        .flatMap((group) => fields.years(group, 'ANNEE')),
      partialValidation: partialValidation.possible,
      distinctBlockPrerequisites: null,
      texts: textsOf(fiche, partialValidation.scope),
      formacodes: labelledList(fields, fiche.all('FORMACODES', 'FORMACODE')),
      specialities: labelledList(fields, fiche.all('CODES_NSF', 'NSF')),
      occupations: labelledList(fields, fiche.all('CODES_ROME', 'ROME')),
      certifiers: certifiersOf(fields, fiche),
      partners: partnersOf(fields, fiche),
      accessRoutes: accessRoutesOf(fields, fiche),
      legalReferences: legalReferencesOf(fields, fiche),
      collectiveAgreements: agreementsOf(fiche),
      blocks: blocksOf(fields, fiche),
      cohorts: cohortsOf(fields, fiche),
      predecessors: lineageOf(fields, fiche, 'ANCIENNE'),
      successors: lineageOf(fields, fiche, 'NOUVELLE'),
      equivalences: equivalencesOf(fields, fiche),
    },
    findings: fields.findings,
  };
}
