import { describe, expect, test } from 'vitest';
import { FIELD_NOTES } from '../../../src/domain/survey/field-notes.ts';
import {
  ROSTER_FIELDS,
  SITUATION_FIELDS,
  type SurveyField,
} from '../../../src/domain/survey/layout.ts';
import {
  isEmployed,
  isInBase,
  SITUATIONS,
  type SituationCode,
} from '../../../src/domain/survey/situation.ts';

const FIELDS: readonly SurveyField[] = [...ROSTER_FIELDS, ...SITUATION_FIELDS];

describe('the layouts of surveys', () => {
  test('have the fields of the specification, in its order', () => {
    expect(ROSTER_FIELDS.map(({ name }) => name).join(' ')).toBe(
      'certification id_titulaire date_obtention voie_acces sexe annee_naissance region_formation siret_organisme niveau_avant situation_avant resultat',
    );
    expect(SITUATION_FIELDS.map(({ name }) => name).join(' ')).toBe(
      'id_titulaire certification horizon statut_reponse date_observation source situation metier_vise contrat duree_contrat_mois temps_travail quotite categorie remuneration_brute_annuelle rome_emploi region_emploi pays_emploi intitule_poste',
    );
  });

  test('say of each field what it is filled with; no note is left over', () => {
    expect(new Set(FIELDS.map(({ name }) => name))).toEqual(new Set(Object.keys(FIELD_NOTES)));
  });

  test('have notes that a spreadsheet shows whole, and labels that fit above them', () => {
    expect(FIELDS.filter(({ note }) => note.fr.length > 255).map(({ name }) => name)).toEqual([]);
    expect(FIELDS.filter(({ label }) => label.fr.length > 32).map(({ name }) => name)).toEqual([]);
  });

  test('write French with its apostrophe and its spaces', () => {
    const texts = FIELDS.flatMap(({ label, note }) => [label.fr, note.fr]);
    expect(texts.filter((text) => /'| [:;!?%]/.test(text))).toEqual([]);
  });
});

describe('a situation counts', () => {
  const counted = (
    counts: (code: SituationCode, international: boolean) => boolean,
    flag: boolean,
  ) => (Object.keys(SITUATIONS) as SituationCode[]).filter((code) => counts(code, flag));

  test('in the base n, unless it is neutralised', () => {
    const base = ['EMPLOI', 'RECHERCHE', 'INACTIF', 'STAGE_VOLONTARIAT'];
    expect(counted(isInBase, false)).toEqual(base);
    expect(counted(isInBase, true)).toEqual([...base, 'HORS_FRANCE']);
  });

  test('in the employed E if it is a job of the base', () => {
    expect(counted(isEmployed, false)).toEqual(['EMPLOI']);
    expect(counted(isEmployed, true)).toEqual(['EMPLOI', 'HORS_FRANCE']);
  });
});
