/** What a test says of a fiche; everything else is absent. */
export interface FicheText {
  readonly code: string;
  readonly title?: string;
  readonly endsOn?: string;
  readonly active?: 'Oui' | 'Non';
  readonly level?: string;
  /** Elements as they stand in the file, after the title. */
  readonly extra?: string;
  /** `[year, certified, global rate at 6 months, target rate at 2 years]`, as typed. */
  readonly cohorts?: readonly (readonly [string, string?, string?, string?])[];
}

function element(tag: string, text: string | undefined): string {
  return text === undefined ? '' : `<${tag}>${text}</${tag}>`;
}

function ficheText(fiche: FicheText): string {
  const cohorts = (fiche.cohorts ?? []).map(
    ([year, certified, global6, target24]) =>
      `<STATISTIQUES_PROMOTION>${element('ANNEE', year)}${element('NOMBRE_CERTIFIES', certified)}${element('TAUX_INSERTION_GLOBAL_6MOIS', global6)}${element('TAUX_INSERTION_METIER_2ANS', target24)}</STATISTIQUES_PROMOTION>`,
  );
  const level = fiche.level && `${element('NIVEAU', fiche.level)}`;
  return [
    '<FICHE>',
    element('NUMERO_FICHE', fiche.code),
    element('INTITULE', fiche.title ?? `Titre de ${fiche.code}`),
    element('NOMENCLATURE_EUROPE', level),
    fiche.extra ?? '',
    cohorts.length > 0 ? element('STATISTIQUES_PROMOTIONS', cohorts.join('')) : '',
    element('DATE_FIN_ENREGISTREMENT', fiche.endsOn),
    element('ACTIF', fiche.active ?? 'Oui'),
    '</FICHE>',
  ].join('');
}

/** A small export of one register, in the real layout. */
export function exportText(fiches: readonly FicheText[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>${fiches.map(ficheText).join('\n')}</FICHES>\n`;
}
