import { expect, test } from 'vitest';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { CHANGE_KINDS, type Change } from '../../../src/domain/changes/change.ts';
import { CHANGE_FIELD_LABELS, CHANGE_FIELDS } from '../../../src/domain/changes/change-field.ts';
import { CHANGE_KIND_LABELS, changeText } from '../../../src/domain/changes/change-text.ts';

const change = (parts: Partial<Change> & Pick<Change, 'kind'>): Change => ({
  ...{ certificationCode: parseRegisterCode('RNCP1'), cohortYear: null, field: null, item: null },
  ...{ before: null, after: null, sourceId: null, ...parts },
});

test.each<[Partial<Change> & Pick<Change, 'kind'>, string, string]>([
  [
    { kind: 'CREATED', after: 'Styliste' },
    'New in the registers: Styliste',
    'Nouvelle dans les répertoires : Styliste',
  ],
  [
    { kind: 'REMOVED', before: 'Styliste' },
    'Gone from the registers: Styliste',
    'Retirée des répertoires : Styliste',
  ],
  [
    {
      ...{ kind: 'RATE_ALTERED', cohortYear: 2022, field: 'GLOBAL_6_MONTHS' },
      ...{ before: '85.5', after: '90' },
    },
    'Rate altered: Insertion rate at 6 months, any employment, cohort of 2022, 85.5 % → 90 %',
    'Taux modifié : Taux d’insertion global à 6 mois, promotion 2022, 85,5 % → 90 %',
  ],
  [
    { kind: 'CERTIFIED_ADDED', cohortYear: 2022, field: 'CERTIFIED', after: '12' },
    'Number of certified added: Certified, cohort of 2022, absent → 12',
    'Nombre de certifiés ajouté : Nombre de certifiés, promotion 2022, absent → 12',
  ],
  [
    { kind: 'ENDED', field: 'ACTIVE_FLAG', before: 'true', after: 'false' },
    'No longer active: Active flag, yes → no',
    'Plus active : Indicateur d’activité, oui → non',
  ],
  [
    { kind: 'UPDATED', field: 'REGISTRATION_ENDS_ON', before: null, after: '2027-08-31' },
    'Fiche updated: Last day of the registration, absent → 2027-08-31',
    'Fiche modifiée : Fin d’enregistrement, absent → 31/08/2027',
  ],
  [
    { kind: 'UPDATED', field: 'REGISTRATION_TYPE', before: 'BY_LAW', after: 'ON_REQUEST' },
    'Fiche updated: Kind of registration, Registered by law → Registered on request',
    'Fiche modifiée : Type d’enregistrement, Enregistrement de droit → Enregistrement sur demande',
  ],
  [
    {
      kind: 'UPDATED',
      field: 'ACCESS_ROUTE',
      item: 'APPRENTICESHIP',
      before: 'false',
      after: 'true',
    },
    'Fiche updated: Access route Apprenticeship, no → yes',
    'Fiche modifiée : Voie d’accès Apprentissage, non → oui',
  ],
  [
    { kind: 'LINEAGE', field: 'REPLACED_BY', item: 'RNCP2', after: 'RNCP2' },
    'Lineage changed: Replaced by RNCP2, absent → RNCP2',
    'Filiation modifiée : Remplacée par RNCP2, absent → RNCP2',
  ],
])('%o is told in both languages', (parts, en, fr) => {
  expect(changeText(change(parts), 'en')).toBe(en);
  expect(changeText(change(parts), 'fr')).toBe(fr);
});

test('kinds and fields have different labels', () => {
  for (const language of ['fr', 'en'] as const) {
    const labels = [
      CHANGE_KINDS.map((kind) => CHANGE_KIND_LABELS[kind][language]),
      CHANGE_FIELDS.map((field) => CHANGE_FIELD_LABELS[field][language]),
    ];
    for (const each of labels) expect(new Set(each).size).toBe(each.length);
  }
});
