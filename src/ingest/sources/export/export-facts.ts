import type {
  FicheBlock,
  FicheCohort,
  FicheEquivalence,
  FicheLineageLink,
} from '../../../domain/certification/fiche.ts';
import type { FieldReader } from '../field-reader.ts';
import type { ElementGroup } from './element-group.ts';

/**
 * BLOCS_COMPETENCES, in the order of the fiche; codes that repeat or are malformed are kept as
 * they are. A block without LIBELLE goes by its code.
 */
export function blocksOf(fields: FieldReader, fiche: ElementGroup): FicheBlock[] {
  return fiche.all('BLOCS_COMPETENCES', 'BLOC_COMPETENCES').flatMap((group) => {
    const code = fields.required(group, 'CODE', ['LIBELLE', 'LISTE_COMPETENCES']);
    if (code === null) return [];
    return {
      code,
      title: fields.required(group, 'LIBELLE', ['CODE']) ?? code,
      skills: group.text('LISTE_COMPETENCES'),
      assessmentModes: group.text('MODALITES_EVALUATION'),
      entryPrerequisites: group.text('PREREQUIS_ENTREE_FORMATION_BLOC'),
      validationPrerequisites: group.text('PREREQUIS_VALIDATION_BLOC'),
    };
  });
}

/**
 * STATISTIQUES_PROMOTIONS, unsorted as published. A cohort without a readable year is refused as
 * one value; of two cohorts of one year the first counts.
 */
export function cohortsOf(fields: FieldReader, fiche: ElementGroup): FicheCohort[] {
  const cohorts = new Map<number, FicheCohort>();
  for (const group of fiche.all('STATISTIQUES_PROMOTIONS', 'STATISTIQUES_PROMOTION')) {
    const given = fields.required(group, 'ANNEE', [
      'NOMBRE_CERTIFIES',
      'NOMBRE_CERTIFIES_VAE',
      'TAUX_INSERTION_GLOBAL_6MOIS',
      'TAUX_INSERTION_METIER_6MOIS',
      'TAUX_INSERTION_METIER_2ANS',
    ]);
    const year = given === null ? null : fields.year(group, 'ANNEE');
    if (year === null) continue;
    fields.cohortYear = year;
    if (cohorts.has(year)) {
      const message = 'this cohort is given more than once: the first counts';
      fields.find('DUPLICATE_COHORT_YEAR', `${group.node.path}/ANNEE`, given, message);
    } else {
      cohorts.set(year, {
        year,
        certified: fields.count(group, 'NOMBRE_CERTIFIES'),
        certifiedThroughVae: fields.count(group, 'NOMBRE_CERTIFIES_VAE'),
        ...fields.rates(group),
      });
    }
    fields.cohortYear = null;
  }
  return [...cohorts.values()];
}

/** ANCIENNES_ or NOUVELLES_CERTIFICATIONS: the elements are named ID_FICHE and hold NUMERO_FICHE. */
export function lineageOf(
  fields: FieldReader,
  fiche: ElementGroup,
  side: 'ANCIENNE' | 'NOUVELLE',
): FicheLineageLink[] {
  const tag = `ID_FICHE_${side}_CERTIFICATION`;
  return fiche.all(`${side}S_CERTIFICATIONS`, `${side}_CERTIFICATION`).flatMap((group) =>
    group.textList(tag).flatMap((text) => {
      const code = fields.registerCode(text, `${group.node.path}/${tag}`);
      return code === null ? [] : { code, title: null };
    }),
  );
}

function blockCodes(fields: FieldReader, group: ElementGroup): string[] {
  return group.all('BLOC_COMPETENCES').flatMap((block) => fields.required(block, 'CODE', []) ?? []);
}

/** CORRESPONDANCES. Without SOURCE the whole certification is meant: no source block. */
export function equivalencesOf(fields: FieldReader, fiche: ElementGroup): FicheEquivalence[] {
  return fiche.all('CORRESPONDANCES', 'CORRESPONDANCE').flatMap((group) => {
    const source = fields.single(group, 'SOURCE');
    const destination = fields.single(group, 'DESTINATION');
    const sourceBlocks = source ? blockCodes(fields, source) : [];
    const targetBlocks = destination ? blockCodes(fields, destination) : [];
    const given = [...sourceBlocks, ...targetBlocks].join(' · ') || null;
    const refuse = (element: string, message: string) => {
      fields.find('REFUSED_VALUE', element, given, message);
      return [];
    };
    const number = destination?.text('NUMERO_FICHE') ?? null;
    const path = `${group.node.path}/DESTINATION/NUMERO_FICHE`;
    if (number === null) return refuse(path, 'NUMERO_FICHE is absent: it is required here');
    const targetCode = fields.registerCode(number, path);
    if (targetCode === null) return [];
    if (source && sourceBlocks.length === 0) {
      // Kept, it would say that the whole certification is equivalent.
      return refuse(`${group.node.path}/SOURCE`, 'SOURCE names no block');
    }
    return { sourceBlocks, targetCode, targetBlocks };
  });
}
