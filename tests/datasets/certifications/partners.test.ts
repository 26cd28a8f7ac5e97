import { expect, test } from 'vitest';
import { partners } from '../../../src/datasets/certifications/partners.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { readRecords } from '../../support/report-rows.ts';

describeEachEngine('the report of partners on', (openDatabase) => {
  test('counts lines, establishments and legal units by role and state', async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    const certification = {
      ...{ certification_code: 'RNCP101', register: 'RNCP', title: 'Concepteur de logiciels' },
      ...{ level: 6, registration_type: 'ON_REQUEST', active: true },
      registration_ends_on: '2027-05-10',
    };
    const active = { partner_state: 'Actif', partner_active: true };
    const inactive = { partner_state: 'Inactif', partner_active: false };
    // All others have no partners, and no row.
    expect(await readRecords(database, partners, { as_of: '2026-11-24' })).toEqual([
      {
        ...{ ...certification, partner_role: 'ASSESS', ...active },
        ...{ rows: 1, establishments: 1, legal_units: 1 },
      },
      {
        ...{ ...certification, partner_role: 'TRAIN', ...active },
        ...{ rows: 2, establishments: 2, legal_units: 1 },
      },
      {
        ...{ ...certification, partner_role: 'TRAIN', ...inactive },
        ...{ rows: 1, establishments: 1, legal_units: 1 },
      },
    ]);
  });
});
