import type {
  FicheCertifier,
  FichePartner,
  PartnerRole,
} from '../../../domain/certification/fiche.ts';
import type { FieldReader } from '../field-reader.ts';
import { isUnreadable } from '../values.ts';
import type { ElementGroup } from './element-group.ts';

const PARTNER_ROLES: ReadonlyMap<string, PartnerRole> = new Map([
  ['HABILITATION_FORMER', 'TRAIN'],
  ['HABILITATION_ORGANISER', 'ASSESS'],
  ['HABILITATION_ORGA_FORM', 'TRAIN_AND_ASSESS'],
]);

/** CERTIFICATEURS. Without a name a row is refused, its SIRET shown in the finding. */
export function certifiersOf(fields: FieldReader, fiche: ElementGroup): FicheCertifier[] {
  return fiche.all('CERTIFICATEURS', 'CERTIFICATEUR').flatMap((group) => {
    const name = fields.required(group, 'NOM_CERTIFICATEUR', ['SIRET_CERTIFICATEUR']);
    if (name === null) return [];
    const siret = fields.siret(group, 'SIRET_CERTIFICATEUR');
    const given = group.text('SIRET_CERTIFICATEUR');
    return {
      siret,
      ...(isUnreadable(given, siret) ? { unreadableSiret: true } : {}),
      name,
      state: group.text('ETAT_CERTIFICATEUR'),
      stateChangedOn: fields.day(group, 'DATE_DERNIERE_MODIFICATION_ETAT'),
      tradeName: group.text('NOM_COMMERCIAL'),
      website: group.text('SITE_INTERNET'),
    };
  });
}

/** PARTENAIRES: one row per establishment; without a name a row is refused. */
export function partnersOf(fields: FieldReader, fiche: ElementGroup): FichePartner[] {
  return fiche.all('PARTENAIRES', 'PARTENAIRE').flatMap((group) => {
    const name = fields.required(group, 'NOM_PARTENAIRE', ['SIRET_PARTENAIRE']);
    if (name === null) return [];
    return {
      name,
      siret: fields.siret(group, 'SIRET_PARTENAIRE'),
      role: fields.oneOf(group, 'HABILITATION_PARTENAIRE', PARTNER_ROLES),
      state: group.text('ETAT_HABILITATION'),
      activeSince: fields.day(group, 'DATE_ACTIF'),
      stateChangedOn: fields.day(group, 'DATE_DERNIERE_MODIFICATION_ETAT'),
    };
  });
}
