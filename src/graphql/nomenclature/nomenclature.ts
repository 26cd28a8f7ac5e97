import type { GraphQLResolveInfo } from 'graphql';
import type { PlainDate } from '../../domain/calendar.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { labelSearch } from '../../domain/search/answer.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import { explainEmpty, plainList } from '../../snapshot/empty/explain.ts';
import { fieldConditions } from '../../snapshot/empty/filter-conditions.ts';
import { codesBelow, hasCodeBelow } from '../../snapshot/filter/codes.ts';
import type { NomenclatureOrderField as OrderField } from '../../snapshot/list/nomenclature-list.ts';
import { nomenclatureList } from '../../snapshot/list/nomenclature-list.ts';
import type { PageRequest, RowList } from '../../snapshot/list/page.ts';
import type { Order } from '../../snapshot/list/row-list.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import type { Nomenclature, Snapshot } from '../../snapshot/snapshot.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput } from '../core/connection.ts';
import { type OperationContext, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { textArgument } from '../core/text-argument.ts';
import { isEmptyList, noteEmpty } from '../empty/empty-answers.ts';

/** A code of a nomenclature seen on a day: `noun` names the nomenclature of the snapshot. */
export class SeenCode<Noun extends NomenclatureName> {
  readonly view: DayView;
  readonly noun: Noun;
  readonly code: string;

  constructor(view: DayView, noun: Noun, code: string) {
    this.view = view;
    this.noun = noun;
    this.code = code;
  }

  /** The label it most often has on the fiches; null when none gives one. */
  get label(): string | null {
    const { label, rowOf } = this.view.snapshot[this.noun];
    return label[rowOf.get(this.code) ?? -1] ?? null;
  }
}

export type NomenclatureName = 'occupations' | 'specialities' | 'formacodes';

/** A code that fiches carry, or one above it in its tree, seen on a day; null for others. */
export function codeInTree<Noun extends 'occupations' | 'specialities'>(
  view: DayView,
  noun: Noun,
  code: string | null,
): SeenCode<Noun> | null {
  if (!code || !hasCodeBelow(view.snapshot[noun].code, code)) return null;
  return new SeenCode(view, noun, code);
}

/** Codes of a certification, each once, in the order of the fiche. */
export function codesOf<Noun extends NomenclatureName>(
  { view, row }: CertificationRow,
  noun: Noun,
): SeenCode<Noun>[] {
  const { code, ofCertification } = view.snapshot[noun];
  const { offset, value } = ofCertification;
  const own: SeenCode<Noun>[] = [];
  for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
    own.push(new SeenCode(view, noun, code[value[at] ?? 0] ?? ''));
  }
  return own;
}

export const NomenclatureFilter = builder.inputType('NomenclatureFilter', {
  description:
    'Which codes of a nomenclature (ROME, NSF, Formacode). An absent field restricts nothing.',
  fields: (t) => ({
    codes: t.stringList({ description: 'Codes or their first characters; any of them.' }),
    search: t.string({
      description:
        'Words of the label, whatever the accents, the case and the endings; or a part of it.',
    }),
  }),
});

const NomenclatureOrderField = builder.enumType('NomenclatureOrderField', {
  description: 'What codes of a nomenclature are ordered by.',
  values: {
    CODE: { description: 'The code.' },
    LABEL: { description: 'Libellé, whatever the accents and the case.' },
  } satisfies Record<OrderField, { description: string }>,
});

export const NomenclatureOrder = orderInput(
  'NomenclatureOrder',
  NomenclatureOrderField,
  'One thing to order by; ties are broken by the code.',
);

interface ListArguments extends PageRequest {
  readonly asOf?: PlainDate | null | undefined;
  readonly filter?: typeof NomenclatureFilter.$inferInput | null | undefined;
  readonly orderBy?: readonly (typeof NomenclatureOrder.$inferInput)[] | null | undefined;
}

/** A page of the codes that fiches carry; `parseCode` checks the codes of the filter. */
export function nomenclatureConnection<Noun extends NomenclatureName>(
  { noun, parseCode }: { readonly noun: Noun; readonly parseCode: (text: string) => string },
  args: ListArguments,
  context: OperationContext,
  info: GraphQLResolveInfo,
) {
  const view = viewOf(context, args.asOf);
  const nomenclature = view.snapshot[noun];
  const criteria = {
    codes: args.filter?.codes?.map(parseCode) ?? null,
    search: textArgument('search', args.filter?.search),
  };
  const list = filteredCodes(view.snapshot, nomenclature, criteria, args.orderBy ?? []);
  return andThen(context.run(list), (found) => {
    const connection = connectionOf(
      found,
      args,
      (row) => new SeenCode(view, noun, nomenclature.code[row] ?? ''),
    );
    if (isEmptyList(connection)) {
      noteEmpty(context, info, () => explainCodes(view, nomenclature, criteria));
    }
    return connection;
  });
}

/** Why no code of a nomenclature answers. */
function* explainCodes(
  view: DayView,
  nomenclature: Nomenclature,
  criteria: CodeCriteria,
): Work<EmptyAnswer | null> {
  const conditions = yield* fieldConditions(
    criteria,
    (alone) => codeMask(nomenclature, alone),
    (field) =>
      field === 'codes'
        ? {
            ...{ kind: 'CODES', given: criteria.codes ?? [] },
            codesOf: (row) => [nomenclature.code[row] ?? ''],
          }
        : null,
  );
  return yield* explainEmpty(plainList(view, 'CODES', nomenclature.count, conditions));
}

interface CodeCriteria {
  /** Codes, or their first characters. */
  readonly codes?: readonly string[] | null;
  readonly search?: string | null;
}

/** Codes of a filter, in an order. */
function* filteredCodes(
  snapshot: Snapshot,
  noun: Nomenclature,
  criteria: CodeCriteria,
  orders: readonly Order<OrderField>[],
): Work<RowList> {
  return yield* nomenclatureList(snapshot, noun, orders, yield* codeMask(noun, criteria));
}

/** Labels that are searched at a time. */
const SEARCHED = 200;

/** Codes of a filter, by row; null = all. */
function* codeMask(
  { count, code, label }: Nomenclature,
  { codes, search }: CodeCriteria,
): Work<Mask | null> {
  if (codes == null && search == null) return null;
  const mask = new Uint8Array(count);
  if (codes == null) mask.fill(1);
  for (const prefix of codes ?? []) {
    for (const row of codesBelow(code, prefix)) mask[row] = 1;
  }
  if (search == null) return mask;
  const isFound = labelSearch(search);
  const lookAt = (from: number, to: number) => {
    for (let row = from; row < to; row++) {
      const text = label[row] ?? null;
      if (mask[row] === 1 && (text === null || !isFound(text))) mask[row] = 0;
    }
  };
  yield* inRanges(count, lookAt, SEARCHED);
  return mask;
}
