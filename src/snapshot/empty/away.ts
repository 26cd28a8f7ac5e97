import type { Bilingual } from '../../domain/bilingual.ts';
import type { Register } from '../../domain/certification/register-code.ts';
import type { CertificationFilter } from '../filter/certification-filter.ts';
import { memoOf } from '../memo.ts';
import { wholeOf } from '../past.ts';
import { currentOf, exportsOf } from '../provenance.ts';
import type { Snapshot } from '../snapshot.ts';

/** That no export of a register was imported; null when one was. */
export function exportAway(snapshot: Snapshot, register: Register): Bilingual | null {
  if (exportsOf(currentOf(snapshot)).some((each) => each.register === register)) return null;
  return {
    en: `no export of the ${register} was imported`,
    fr: `aucun export du ${register} n’a été importé`,
  };
}

/** That no export of either register was imported; null when one was. */
export function exportsAway(snapshot: Snapshot): Bilingual | null {
  if (exportsOf(currentOf(snapshot)).length > 0) return null;
  return { en: 'no export was imported', fr: 'aucun export n’a été importé' };
}

/** That no source carries statistics of cohorts; null when one does. */
export function statisticsAway(snapshot: Snapshot): Bilingual | null {
  if (wholeOf(snapshot).cohorts.count > 0) return null;
  return {
    en: 'no source that was imported has statistics of cohorts',
    fr: 'aucune source importée n’a de statistiques de promotions',
  };
}

/** That no source carries the target rate at 6 months; null when one does. */
function targetRateAway(snapshot: Snapshot): Bilingual | null {
  const whole = wholeOf(snapshot);
  const { carried } = memoOf(whole).of('target rate at 6 months carried', () => ({
    carried: whole.cohorts.targetRateAt6MonthsInSource.includes(1),
  }));
  if (carried) return null;
  return {
    en: 'no source that was imported carries the target rate at 6 months: fiche pages and statistics files do',
    fr: 'aucune source importée ne porte le taux dans le métier visé à 6 mois : les fiches publiques et les fichiers statistiques le portent',
  };
}

/** What would carry what a filter asks and was not imported; null when all that could was. */
export function sourceAway(snapshot: Snapshot, filter: CertificationFilter): Bilingual | null {
  const { register, rateStatus, rateDue, rateChange, has } = filter;
  const ofCohorts =
    ['cohortYear', 'certified', 'certifiedThroughVae', 'has', 'lacks', 'usableCohorts'].some(
      (key) => filter[key as keyof CertificationFilter] != null,
    ) ||
    filter.newestCohort != null ||
    filter.hasCohorts === true ||
    filter.hasCompleteSixMonthRates === true ||
    [rateStatus, rateDue, rateChange].some((criterion) => criterion != null);
  const indicators = [rateStatus?.indicator, rateChange?.indicator, ...(has ?? [])];
  return (
    (register == null ? null : exportAway(snapshot, register)) ??
    (ofCohorts ? null : exportsAway(snapshot)) ??
    (ofCohorts ? statisticsAway(snapshot) : null) ??
    (indicators.includes('TARGET_OCCUPATION_6_MONTHS') ? targetRateAway(snapshot) : null)
  );
}
