import { expect, test } from 'vitest';
import { ACCESS_ROUTES } from '../../../src/domain/certification/access-route.ts';

test('the access routes come in the order of the public fiche, VAE last', () => {
  expect(ACCESS_ROUTES).toEqual([
    'INITIAL_TRAINING',
    'APPRENTICESHIP',
    'CONTINUING_TRAINING',
    'PROFESSIONALISATION_CONTRACT',
    'INDIVIDUAL_APPLICATION',
    'VAE',
  ]);
});
