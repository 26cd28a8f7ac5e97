import fc from 'fast-check';
import { type PlainDate, parsePlainDate } from '../../../src/domain/calendar.ts';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import {
  type Change,
  CODES,
  certifiedText,
  change,
  changed,
  changeWords,
  rateChange,
  rateText,
  yearText,
} from './changes.ts';
import { exportTextOf, pageText, type StatisticsLine, statisticsText } from './file-texts.ts';
import {
  type ExportFile,
  fileName,
  type GivenFile,
  type GivenImport,
  type SupplementFile,
} from './files.ts';
import type { RegisterModel } from './register-model.ts';

/** The days of files: about those on which observations of 2019 and 2020 close. */
export const DAYS = [
  ...['2020-06-29', '2020-06-30', '2021-06-29', '2021-06-30', '2021-12-30'],
  ...['2021-12-31', '2022-12-30', '2022-12-31', '2023-06-01'],
].map(parsePlainDate);

/** Files to import, before it is known what is there. */
interface ExportPlan {
  readonly register: Register;
  readonly isDemonstration: boolean;
  readonly changes: readonly Change[];
  readonly nameless: boolean;
  readonly cut: boolean;
  /** Days of `DAYS` after that of the export that is there; one less than none is before it. */
  readonly later: number;
}

interface SupplementPlan {
  readonly kind: SupplementFile['kind'];
  readonly title: string;
  readonly lines: readonly StatisticsLine[];
  readonly day: number;
}

/** A file that was published before, on its day or on another. */
interface AgainPlan {
  readonly which: number;
  readonly day: number | null;
}

export type FilePlan =
  | ({ readonly is: 'EXPORT' } & ExportPlan)
  | ({ readonly is: 'SUPPLEMENT' } & SupplementPlan)
  | ({ readonly is: 'AGAIN' } & AgainPlan);

/** An import to be made of what is there. */
export interface ImportPlan extends Omit<GivenImport, 'files'> {
  readonly files: readonly FilePlan[];
}

const line: fc.Arbitrary<StatisticsLine> = fc.record({
  code: fc.constantFrom('RNCP1', 'RNCP2', 'RS7', 'RNCP5', 'RNCP900001', 'boulanger'),
  year: yearText,
  certified: certifiedText,
  vae: fc.constantFrom('', '2'),
  global6: rateText,
  target6: rateText,
  target24: rateText,
});

const day = fc.nat(DAYS.length - 1);

const exportPlan = (isDemonstration: boolean, register: Register): fc.Arbitrary<FilePlan> =>
  fc.record({
    ...{ is: fc.constant('EXPORT' as const), register: fc.constant(register) },
    isDemonstration: fc.constant(isDemonstration),
    changes: fc.array(change, { maxLength: 4 }),
    nameless: fc.boolean().map((yes) => yes && register === 'RNCP'),
    cut: fc.integer({ min: 0, max: 30 }).map((of) => of === 30),
    later: fc.constantFrom(1, 0, 2, -1),
  });

/** A line in which all can be read. */
const rightLine = line.map(({ code, ...figures }) => ({
  ...{ ...figures, code: code === 'boulanger' ? 'RNCP1' : code },
  ...Object.fromEntries(
    Object.entries(figures).map(([name, text]) => [name, /^[a-z]/.test(text) ? '' : text]),
  ),
}));

const supplementOf = (lines: fc.Arbitrary<StatisticsLine>): fc.Arbitrary<FilePlan> =>
  fc.record({
    ...{ is: fc.constant('SUPPLEMENT' as const), day },
    kind: fc.constantFrom('STATISTICS_FILE' as const, 'FICHE_PAGE' as const),
    title: fc.constantFrom('Pâtissier de page', 'Boulanger de page'),
    lines: fc.uniqueArray(lines, {
      ...{ minLength: 1, maxLength: 3 },
      selector: ({ code, year }) => `${code} ${year}`,
    }),
  });
const supplementPlan = supplementOf(line);
/** The demonstration has no faults, of which one could not be told from a user's. */
const demonstrationSupplement = supplementOf(rightLine);

const againPlan: fc.Arbitrary<FilePlan> = fc.record({
  is: fc.constant('AGAIN' as const),
  which: fc.nat(20),
  day: fc.option(day, { freq: 4, nil: null }),
});

const realExports = fc.oneof(
  { weight: 3, arbitrary: exportPlan(false, 'RNCP').map((rncp) => [rncp]) },
  { weight: 1, arbitrary: exportPlan(false, 'RS').map((rs) => [rs]) },
  { weight: 2, arbitrary: fc.tuple(exportPlan(false, 'RNCP'), exportPlan(false, 'RS')) },
);
const demonstrationExports: fc.Arbitrary<readonly FilePlan[]> = fc.oneof(
  exportPlan(true, 'RNCP').map((rncp) => [rncp]),
  fc.tuple(exportPlan(true, 'RNCP'), exportPlan(true, 'RS')),
);
const options = {
  allowOlder: fc.integer({ min: 0, max: 9 }).map((of) => of < 9),
  allowShrink: fc.integer({ min: 0, max: 9 }).map((of) => of < 9),
};

const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 1 });

/** Imports of all kinds. */
export const importPlan: fc.Arbitrary<ImportPlan> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(realExports, perhaps(supplementPlan), fc.record(options))
      .map(([exports, supplements, rest]) => ({
        ...{ files: [...exports, ...supplements], demonstration: false, ...rest },
      })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(supplementPlan, { minLength: 1, maxLength: 2 }), fc.record(options))
      .map(([files, rest]) => ({ files, demonstration: false, ...rest })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(againPlan, perhaps(supplementPlan), fc.record(options))
      .map(([again, others, rest]) => ({
        ...{ files: [again, ...others], demonstration: false, ...rest },
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.oneof(demonstrationExports, fc.constant([])),
        perhaps(demonstrationSupplement),
        fc.record(options),
      )
      .map(([exports, supplements, rest]) => ({
        ...{ files: [...exports, ...supplements], demonstration: true, ...rest },
      })),
  },
);

/** Imports of one register in which nothing but a rate or two is another: what days of rates are told by. */
export const ratePlan: fc.Arbitrary<ImportPlan> = fc
  .record({
    ...{ is: fc.constant('EXPORT' as const), register: fc.constant('RNCP' as const) },
    ...{
      isDemonstration: fc.constant(false),
      nameless: fc.constant(false),
      cut: fc.constant(false),
    },
    changes: fc.array(rateChange, { minLength: 1, maxLength: 2 }),
    later: fc.constantFrom(0, 1, 2),
  })
  .map((rncp) => ({
    ...{ files: [rncp], demonstration: false, allowOlder: true, allowShrink: true },
  }));

/** What a plan comes to over what is there; no file twice. */
export function givenBy(plan: ImportPlan, model: RegisterModel): GivenImport {
  const files = plan.files.flatMap((each) => fileOf(each, model) ?? []);
  const byName = new Map(files.map((file) => [fileName(file), file]));
  return { ...plan, files: [...byName.values()] };
}

function fileOf(plan: FilePlan, model: RegisterModel): GivenFile | null {
  switch (plan.is) {
    case 'EXPORT':
      return exportFile(plan, model);
    case 'SUPPLEMENT':
      return supplementFile(plan, model);
    case 'AGAIN':
      return againFile(plan, model);
  }
}

function exportFile(plan: ExportPlan, model: RegisterModel): ExportFile & { day: PlainDate } {
  const { register, isDemonstration, changes, nameless, cut, later } = plan;
  const codes = CODES[register][isDemonstration ? 'demonstration' : 'real'];
  const state = changed(model.statesOf(register, isDemonstration), codes, changes, nameless);
  const whole = exportTextOf(state);
  const text = cut ? whole.slice(0, -12) : whole;
  const before = model.exportOf(register);
  const index = (before ? DAYS.indexOf(before.day) : 2) + later;
  const name = `${isDemonstration ? 'demonstration-' : ''}${register.toLowerCase()}`;
  return {
    ...{ kind: 'FEED', register, state, isDemonstration, cut, text },
    label: model.labelOf(name, text),
    day: DAYS[Math.min(Math.max(index, 0), DAYS.length - 1)] as PlainDate,
  };
}

function supplementFile(plan: SupplementPlan, model: RegisterModel): GivenFile {
  const { kind, title } = plan;
  // A page is of one certification, whose code can be read.
  const code = plan.lines.find((each) => each.code !== 'boulanger')?.code ?? 'RNCP1';
  const ofPage = plan.lines.filter(
    (each, index, all) => all.findIndex(({ year }) => year === each.year) === index,
  );
  const lines = kind === 'FICHE_PAGE' ? ofPage.map((each) => ({ ...each, code })) : plan.lines;
  const text =
    kind === 'FICHE_PAGE' ? pageText({ code, title, lines }) : statisticsText(plan.lines);
  return {
    ...{ kind, text, lines, day: DAYS[plan.day] as PlainDate },
    label: model.labelOf(kind === 'FICHE_PAGE' ? `page-${code}` : 'taux', text),
  };
}

function againFile({ which, day }: AgainPlan, model: RegisterModel): GivenFile | null {
  const file = model.known[which % model.known.length];
  if (!file) return null;
  const again = { ...file, day: DAYS[day ?? -1] ?? file.day };
  if (file.kind !== 'FEED') return again;
  // Of two exports of one day it could not be told which one a rate was first seen in.
  const served = model.exportOf(file.register);
  const isToldApart = served?.text !== file.text || !model.isDayOfAnother(file, served.day);
  return isToldApart ? again : served;
}

/** The files of an import, in words. */
export function planWords({ files, demonstration, allowOlder, allowShrink }: ImportPlan): string {
  const rest = [
    ...(demonstration ? ['as demonstration'] : []),
    ...(allowOlder ? [] : ['unless older']),
    ...(allowShrink ? [] : ['unless smaller']),
  ];
  return [files.map(fileWords).join(' and '), ...rest].join(', ');
}

function fileWords(plan: FilePlan): string {
  switch (plan.is) {
    case 'EXPORT': {
      const { register, isDemonstration, changes, nameless, cut, later } = plan;
      const codes = CODES[register][isDemonstration ? 'demonstration' : 'real'];
      const words = [
        ...changes.map((each) => changeWords(each, codes)),
        ...(nameless ? ['a fiche without a number'] : []),
        ...(cut ? ['its end missing'] : []),
      ];
      const kind = isDemonstration ? `demonstration ${register}` : register;
      return `the ${kind} of ${later} days later [${words.join('; ')}]`;
    }
    case 'SUPPLEMENT': {
      const lines = plan.lines.map(
        ({ code, year, certified, vae, global6, target6, target24 }) =>
          `${code};${year};${certified};${vae};${global6};${target6};${target24}`,
      );
      const kind = plan.kind === 'FICHE_PAGE' ? `a page "${plan.title}"` : 'statistics';
      return `${kind} of ${DAYS[plan.day]} [${lines.join(' ')}]`;
    }
    case 'AGAIN':
      return `the file ${plan.which} again, ${plan.day === null ? 'of its day' : `of ${DAYS[plan.day]}`}`;
  }
}
