import {
  countNomenclature,
  type Nomenclature,
  type NomenclatureRow,
  nomenclature,
  nomenclatureSortKeys,
  type NomenclatureOrderField as OrderField,
} from '../db/nomenclatures.ts';
import { type PageRequest, readPage } from '../db/paging.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { connectionOf, orderInput } from './connection.ts';
import type { RequestContext } from './context.ts';
import { textArgument } from './text-argument.ts';

/** A code of a nomenclature seen on a day: `asOf` reaches the certifications that carry it. */
export interface NomenclatureModel extends NomenclatureRow {
  readonly asOf: PlainDate;
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
  readonly filter?: typeof NomenclatureFilter.$inferInput | null | undefined;
  readonly orderBy?: readonly (typeof NomenclatureOrder.$inferInput)[] | null | undefined;
  readonly asOf?: PlainDate | null | undefined;
}

/** A page of the codes that fiches carry; `parseCode` checks the codes of the filter. */
export async function nomenclatureConnection(
  { db, today }: RequestContext,
  noun: Nomenclature,
  args: ListArguments,
  parseCode: (text: string) => string,
) {
  const filter = {
    codes: args.filter?.codes?.map(parseCode),
    search: textArgument('search', args.filter?.search),
  };
  const keys = nomenclatureSortKeys(args.orderBy ?? []);
  const asOf = asOfDay(args.asOf, today);
  return connectionOf(
    await readPage(nomenclature(db, noun, filter), keys, args),
    (row): NomenclatureModel => ({ ...row, asOf }),
    () => countNomenclature(db, noun, filter).executeTakeFirstOrThrow(),
  );
}
