import fc from 'fast-check';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import {
  type CohortText,
  type ExportState,
  type FicheState,
  PARTS,
  type PartName,
} from './file-texts.ts';

/** What an export has of a fiche that it did not have before. */
export type Change = { readonly fiche: number } & (
  | { readonly what: 'RATE'; readonly year: string; readonly rate: Partial<CohortText> }
  | { readonly what: 'TITLE'; readonly title: string }
  | { readonly what: 'PARTS'; readonly parts: readonly PartName[] }
  | { readonly what: 'GONE' }
  | { readonly what: 'UNREADABLE' }
  /** As it was in the export so many before. */
  | { readonly what: 'AS_BEFORE'; readonly back: number }
);

/** The certifications of exports, real and fictitious. */
export const CODES: Readonly<Record<Register, { real: string[]; demonstration: string[] }>> = {
  RNCP: {
    real: ['RNCP1', 'RNCP2', 'RNCP3'],
    demonstration: ['RNCP900001', 'RNCP900002', 'RNCP900001'],
  },
  RS: { real: ['RS7', 'RS8', 'RS7'], demonstration: ['RS900007', 'RS900008', 'RS900007'] },
};

/** Rates as typed: of few values, so that one comes back; one cannot be read. */
export const rateText = fc.constantFrom('80', '70', '', '90', 'beaucoup');
export const certifiedText = fc.constantFrom('10', '20', '', 'dix');
export const yearText = fc.constantFrom('2019', '2020');

export const parts: fc.Arbitrary<readonly PartName[]> = fc
  .tuple(
    ...Object.values(PARTS).map((kind) =>
      fc.option(fc.constantFrom(...(Object.keys(kind) as PartName[])), { freq: 2 }),
    ),
  )
  .map((names) => names.filter((name) => name !== null));

const rate: fc.Arbitrary<Partial<CohortText>> = fc.oneof(
  rateText.map((global6) => ({ global6 })),
  rateText.map((target24) => ({ target24 })),
  certifiedText.map((certified) => ({ certified })),
);

const fiche = fc.nat(2);

/** Another rate of one cohort, which comes and goes. */
export const rateChange: fc.Arbitrary<Change> = fc.record({
  ...{ what: fc.constant('RATE' as const), fiche: fc.constant(0), year: fc.constant('2020') },
  rate: fc.constantFrom('80', '70', '90').map((global6) => ({ global6 })),
});

export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('RATE' as const), fiche, year: yearText, rate }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ what: fc.constant('TITLE' as const), fiche },
      title: fc.constantFrom('Boulanger', 'Pâtissier'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('PARTS' as const), fiche, parts }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('GONE' as const), fiche }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('UNREADABLE' as const), fiche }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('AS_BEFORE' as const), fiche, back: fc.nat(3) }),
  },
);

const COHORT: CohortText = { certified: '10', global6: '', target24: '' };
const FICHE: FicheState = { title: 'Boulanger', parts: [], cohorts: {}, readable: true };

/** What an export says that has some changes beside the newest of former ones, which are oldest first. */
export function changed(
  former: readonly ExportState[],
  codes: readonly string[],
  changes: readonly Change[],
  nameless: boolean,
): ExportState {
  const fiches: Record<string, FicheState> = { ...former.at(-1)?.fiches };
  for (const each of changes) {
    const code = codes[each.fiche] ?? '';
    const now = ficheAfter(each, fiches[code], former, code);
    if (now) fiches[code] = now;
    else delete fiches[code];
  }
  // An export without a fiche that can be read is refused.
  if (!Object.values(fiches).some(({ readable }) => readable)) fiches[codes[0] ?? ''] = FICHE;
  return { fiches, nameless };
}

function ficheAfter(
  change: Change,
  before: FicheState | undefined,
  former: readonly ExportState[],
  code: string,
): FicheState | undefined {
  const own = before ?? FICHE;
  switch (change.what) {
    case 'RATE': {
      const cohort = { ...COHORT, ...own.cohorts[change.year], ...change.rate };
      return { ...own, cohorts: { ...own.cohorts, [change.year]: cohort } };
    }
    case 'TITLE':
      return { ...own, title: change.title };
    case 'PARTS':
      return { ...own, parts: change.parts };
    case 'GONE':
      return undefined;
    case 'UNREADABLE':
      return { ...own, readable: false };
    case 'AS_BEFORE':
      return former.at(-1 - change.back)?.fiches[code] ?? before;
  }
}

/** A change in words. */
export function changeWords(change: Change, codes: readonly string[]): string {
  const code = codes[change.fiche];
  switch (change.what) {
    case 'RATE': {
      const rates = Object.entries(change.rate).map(([name, text]) => `${name} "${text}"`);
      return `${code} with ${rates.join(', ')} of ${change.year}`;
    }
    case 'TITLE':
      return `${code} as ${change.title}`;
    case 'PARTS':
      return `${code} with ${change.parts.join(', ') || 'no parts'}`;
    case 'GONE':
      return `without ${code}`;
    case 'UNREADABLE':
      return `${code} unreadable`;
    case 'AS_BEFORE':
      return `${code} as it was ${change.back} exports before the last`;
  }
}
