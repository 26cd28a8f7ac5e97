import { beforeAll, expect, test } from 'vitest';
import type { InsertionIndicator } from '../../src/domain/rate/indicator.ts';
import { RATE_OUTCOMES } from '../../src/domain/rate/rate-status.ts';
import type { Lists } from '../../src/snapshot/columns.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, partnerWith, publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

/** Before the RS, though it comes first as a text; it has nothing but partners. */
const LAST_OF_RNCP = ficheWith({
  code: 'RNCP1000001',
  title: 'Sans rien',
  partners: [
    partnerWith('Centre', { role: 'TRAIN', siret: '33333333400011' }),
    partnerWith('Centre annexe', { role: 'TRAIN', siret: '33333333400029' }),
    partnerWith('Centre encore', { role: 'TRAIN', siret: '33333333400011' }),
    partnerWith('Sans SIRET', { role: 'TRAIN' }),
  ],
});

/** A rate that no export carries, of the cohort of RNCP900010. */
const SUPPLEMENT = {
  kind: 'STATISTICS_FILE' as const,
  contents: [
    {
      code: SMALL_REGISTER[3]?.code ?? LAST_OF_RNCP.code,
      fiche: null,
      cohorts: [cohortWith(2024, null, { target6: 40 })],
    },
  ],
};

/** What each row has of lists. */
function split({ offset, value }: Lists): number[][] {
  return Array.from({ length: offset.length - 1 }, (_, row) => [
    ...value.subarray(offset[row], offset[row + 1]),
  ]);
}

describeEachEngine('a snapshot that is loaded from', (openDatabase) => {
  let snapshot: Snapshot;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, [LAST_OF_RNCP, ...SMALL_REGISTER.toReversed()], {
      findings: SMALL_REGISTER_FINDINGS,
      supplements: [SUPPLEMENT],
    });
    snapshot = await new SnapshotStore(database).refresh();
  });

  test('has certifications by register and number', () => {
    const { code, rowOf, register, number, count } = snapshot.certifications;
    const codes = ['RNCP900001', 'RNCP900002', 'RNCP900003', 'RNCP900010', 'RNCP1000001'];
    expect(code).toEqual([...codes, 'RS900001']);
    expect(count).toBe(6);
    expect([...rowOf]).toEqual([...codes, 'RS900001'].map((each, row) => [each, row]));
    expect([...register]).toEqual([0, 0, 0, 0, 0, 1]);
    expect([...number]).toEqual([900_001, 900_002, 900_003, 900_010, 1_000_001, 900_001]);
  });

  test('has what fiches say of themselves, and −1 or null where they say nothing', () => {
    const of = snapshot.certifications;
    expect([...of.sheetId]).toEqual([41, -1, -1, -1, -1, -1]);
    expect([...of.sourceId]).toEqual([1, 1, 1, 1, 1, 2]);
    expect(of.title[0]).toBe('Développeur d’applications (démonstration)');
    expect(of.titleKey[0]).toBe("developpeur d'applications (demonstration)");
    expect(of.editorialState.slice(0, 2)).toEqual(['Publiée', null]);
    expect(of.levelCode).toEqual(['NIV6', 'NIV5', 'NIV5', 'NIV4', null, null]);
    expect([...of.level]).toEqual([6, 5, 5, 4, -1, -1]);
    expect([...of.activeFlag]).toEqual([1, 0, 1, 1, -1, 1]);
    // By law is 0, on request 1.
    expect([...of.registrationType]).toEqual([1, 1, 0, -1, -1, -1]);
    expect([...of.decisionOn]).toEqual([20_230_118, 20_180_118, -1, -1, -1, -1]);
    expect([...of.effectiveOn]).toEqual([-1, -1, 20_240_101, -1, -1, -1]);
    expect([...of.registrationEndsOn]).toEqual([
      ...[20_270_118, 20_230_118, 20_281_231, -1, -1, 20_261_124],
    ]);
    expect([...of.publishedOn]).toEqual([20_230_120, -1, 20_240_102, -1, -1, -1]);
    expect([...of.registrationYears]).toEqual([4, -1, -1, -1, -1, -1]);
    expect([...of.validityYears]).toEqual([-1, -1, -1, -1, -1, 3]);
    expect([...of.partnersMayExist]).toEqual([1, -1, -1, -1, -1, -1]);
    expect(of.levelYears).toEqual([[2023, 2024], [], [], [], [], []]);
  });

  test('has abbreviations whatever their case', () => {
    const { abbreviations, certifications } = snapshot;
    expect(certifications.abbreviation).toEqual(['TP', 'TP', 'BTS', null, null, null]);
    expect(abbreviations).toMatchObject({ count: 2, key: ['bts', 'tp'], code: ['BTS', 'TP'] });
    expect(abbreviations.label[1]).toBe('Titre professionnel');
    expect([...certifications.abbreviationRow]).toEqual([1, 1, 0, -1, -1, -1]);
  });

  test('has what cohorts, certifiers and links tell of certifications', () => {
    const of = snapshot.certifications;
    expect([...of.usableCohorts]).toEqual([2, 1, 0, 1, 0, 0]);
    expect([...of.newestCohort]).toEqual([2024, 2021, -1, 2024, -1, 2024]);
    // The cohort of 2022 owes its global rate; that of 2021, of nobody, owes nothing.
    expect([...of.oldestMissingCohort]).toEqual([2022, -1, -1, -1, -1, -1]);
    expect([...of.bodiesInForce]).toEqual([1, 0, 1, 2, 0, 1]);
    expect([...of.replaced]).toEqual([0, 1, 1, 0, 0, 0]);
    expect([...of.hasEquivalences]).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...of.supplements]).toEqual([[3, [3]]]);
  });

  test('has cohorts, newest first, with the figures of all sources', () => {
    const { cohorts } = snapshot;
    expect(cohorts.count).toBe(7);
    expect([...cohorts.offset]).toEqual([0, 3, 5, 5, 6, 6, 7]);
    expect([...cohorts.certification]).toEqual([0, 0, 0, 1, 1, 3, 5]);
    expect([...cohorts.year]).toEqual([2024, 2023, 2022, 2021, 2020, 2024, 2024]);
    expect([...cohorts.certified]).toEqual([60, 40, 12, 0, 30, 8, 100]);
    expect([...cohorts.certifiedSourceId]).toEqual([1, 1, 1, 1, 1, 1, 2]);
    expect([...cohorts.certifiedThroughVae]).toEqual([-1, 4, -1, -1, -1, -1, -1]);
    expect([...cohorts.certifiedThroughVaeSourceId]).toEqual([-1, 1, -1, -1, -1, -1, -1]);
    expect(cohorts.sourceIds).toEqual([[1], [1], [1], [1], [1], [1, 3], [2]]);
    expect([...cohorts.targetRateAt6MonthsInSource]).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });

  test('has the three rates of each cohort, with what is settled about them', () => {
    const none = Number.NaN;
    const of = (indicator: InsertionIndicator) => {
      const { published, millionths, sourceId, seenOn, outcome, change } =
        snapshot.cohorts.rates[indicator];
      return {
        ...{ published: [...published], millionths: [...millionths], sourceId: [...sourceId] },
        ...{ seenOn: [...seenOn], change: [...change] },
        outcome: Array.from(outcome, (place) => RATE_OUTCOMES[place] ?? 'PUBLISHED'),
      };
    };
    const seen = 20_260_816;
    expect(of('GLOBAL_6_MONTHS')).toEqual({
      published: [90, 80, none, none, 75, 50, none],
      millionths: [90e6, 80e6, -1, -1, 75e6, 50e6, -1],
      sourceId: [1, 1, -1, -1, 1, 1, -1],
      seenOn: [seen, seen, -1, -1, seen, seen, -1],
      // From 80 % of 40 to 90 % of 60: within chance, the third verdict.
      change: [3, 0, 0, 0, 0, 0, 0],
      outcome: [
        ...['PUBLISHED', 'PUBLISHED', 'EXPECTED', 'NO_HOLDER', 'PUBLISHED', 'PUBLISHED'],
        'NOT_APPLICABLE',
      ],
    });
    expect(of('TARGET_OCCUPATION_6_MONTHS')).toMatchObject({
      published: [none, none, none, none, none, 40, none],
      sourceId: [-1, -1, -1, -1, -1, 3, -1],
      outcome: [...Array(5).fill('NOT_IN_SOURCE'), 'PUBLISHED', 'NOT_APPLICABLE'],
    });
    expect(of('TARGET_OCCUPATION_2_YEARS')).toMatchObject({
      published: [none, 70, 75, none, none, none, none],
      change: [0, 3, 0, 0, 0, 0, 0],
      // Of 2024, it is due on 2027-06-30: the registration of RNCP900001 ends before.
      outcome: [
        ...['CLOSED', 'PUBLISHED', 'PUBLISHED', 'NO_HOLDER', 'CLOSED', 'EXPECTED'],
        'NOT_APPLICABLE',
      ],
    });
  });

  test('has lines of certifiers in the order of the fiches, and the bodies they name', () => {
    const { certifiers, bodies } = snapshot;
    expect([...certifiers.offset]).toEqual([0, 2, 3, 4, 6, 6, 7]);
    const [school, ministry] = ['École du numérique', 'Ministère de l’exemple'];
    expect(certifiers.name).toEqual([
      ...[school, 'Ancienne école', 'Ecole du numerique', ministry, ministry, school, school],
    ]);
    expect([...certifiers.body]).toEqual([0, -1, 0, 1, 1, 0, 0]);
    expect([...certifiers.active]).toEqual([1, 0, 0, 1, 1, 1, 1]);
    expect(certifiers.siret.slice(0, 2)).toEqual([`${SCHOOL}00011`, null]);
    expect(certifiers.website.slice(0, 2)).toEqual(['https://ecole.example', null]);
    expect([...certifiers.stateChangedOn.slice(0, 2)]).toEqual([-1, 20_240_502]);
    expect(bodies).toMatchObject({ count: 2, siren: [SCHOOL, MINISTRY], name: [school, ministry] });
    expect(split(bodies.certifications)).toEqual([
      [0, 3, 5],
      [2, 3],
    ]);
    expect(split(bodies.ofCertification)).toEqual([[0], [], [1], [0, 1], [], [0]]);
  });

  test('counts partners by role and state, each establishment and legal unit once', () => {
    const { offset, role, state, active, rows, establishments, legalUnits } = snapshot.partners;
    expect([...offset]).toEqual([0, 5, 5, 5, 5, 6, 6]);
    expect(role).toEqual(['ASSESS', 'TRAIN', 'TRAIN', 'TRAIN_AND_ASSESS', null, 'TRAIN']);
    expect(state).toEqual(['Actif', 'Actif', 'Inactif', 'Actif', 'Actif', 'Actif']);
    expect([...active]).toEqual([1, 1, 0, 1, 1, 1]);
    expect([...rows]).toEqual([1, 1, 1, 1, 1, 4]);
    // Two SIRET and a name; one SIREN and a name.
    expect([...establishments]).toEqual([1, 1, 1, 1, 1, 3]);
    expect([...legalUnits]).toEqual([1, 1, 1, 1, 1, 2]);
  });
});
