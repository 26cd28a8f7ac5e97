import { expect, test } from 'vitest';
import { REFRESH_FAILURES, type RefreshStatus } from '../../src/domain/refresh-status.ts';
import { ask, SERVICES } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, ficheWith, publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

const STATUS = `{ dataStatus {
  publication { number } exportedOn ageDays demonstration notice { fr en }
  registers {
    register certifications active blocks cohorts certifiers partners
    exportedOn source { fileName }
  }
  findingCount licence licenceUrl attribution methodVersion
} }`;

describeEachEngine('the status of the data on', (openDatabase) => {
  test('counts what is served of each register, supplements included', async () => {
    const database = await openDatabase();
    const page = ficheWith({ code: 'RNCP900099' });
    await publishFiches(database, SMALL_REGISTER, {
      findings: SMALL_REGISTER_FINDINGS,
      supplements: [
        { kind: 'FICHE_PAGE', contents: [{ code: page.code, fiche: page, cohorts: [] }] },
      ],
    });
    const { dataStatus } = await ask<{ dataStatus: object }>(database, STATUS);
    expect(dataStatus).toEqual({
      publication: { number: 1 },
      exportedOn: '2026-08-16',
      ageDays: 100,
      demonstration: false,
      notice: null,
      registers: [
        {
          register: 'RNCP',
          certifications: 5,
          active: 3,
          blocks: 4,
          cohorts: 6,
          certifiers: 6,
          partners: 5,
          exportedOn: '2026-08-16',
          source: { fileName: 'RNCP.xml' },
        },
        {
          register: 'RS',
          certifications: 1,
          active: 1,
          blocks: 0,
          cohorts: 1,
          certifiers: 1,
          partners: 0,
          exportedOn: '2026-08-16',
          source: { fileName: 'RS.xml' },
        },
      ],
      // The four given, and three that are derived.
      findingCount: 7,
      licence: 'Licence Ouverte 2.0 (Etalab)',
      licenceUrl: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
      attribution: 'Source : France compétences (data.gouv.fr), export du 16/08/2026',
      methodVersion: '2.0',
    });
  });

  test('says so in both languages when the register is the demonstration', async () => {
    const database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, {
      demonstration: true,
      datedOn: day('2026-11-24'),
    });
    const { dataStatus } = await ask<{ dataStatus: Record<string, unknown> }>(database, STATUS);
    expect(dataStatus).toMatchObject({
      demonstration: true,
      ageDays: 0,
      notice: {
        fr: expect.stringContaining('fictives'),
        en: expect.stringContaining('fictitious'),
      },
    });
    expect(dataStatus['attribution']).not.toContain('France compétences');
  });

  test('says where the refresh stands, and of a failure no more than strangers may know', async () => {
    const database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
    const query = `{ dataStatus { refresh {
      lastAttemptAt lastSuccessAt outcome message { fr en } nextAttemptAt failuresInARow
    } } }`;
    const status = (refresh: RefreshStatus | null) =>
      ask(database, query, {}, { ...SERVICES, refreshStatus: () => refresh });
    expect(await status(null)).toEqual({ dataStatus: { refresh: null } });
    const failed: RefreshStatus = {
      ...{ outcome: 'FAILED', failure: 'STORAGE', detail: 'the disk of /srv/downloads is full' },
      lastAttemptAt: new Date('2026-11-24T06:10:00Z'),
      lastSuccessAt: null,
      nextAttemptAt: new Date('2026-11-24T06:15:00Z'),
      failuresInARow: 3,
    };
    const { fr, en } = REFRESH_FAILURES.STORAGE;
    expect(await status(failed)).toEqual({
      dataStatus: {
        refresh: {
          ...{ outcome: 'FAILED', message: { fr, en }, failuresInARow: 3, lastSuccessAt: null },
          lastAttemptAt: '2026-11-24T06:10:00.000Z',
          nextAttemptAt: '2026-11-24T06:15:00.000Z',
        },
      },
    });
    expect(
      await status({ ...failed, outcome: 'IMPORTED', failure: null, failuresInARow: 0 }),
    ).toMatchObject({ dataStatus: { refresh: { outcome: 'IMPORTED', message: null } } });
  });
});
