import type { PlainDate } from '../calendar.ts';
import { type ActivityPeriod, activityOn } from '../certification/activity.ts';
import type { Change, ChangeKind } from './change.ts';
import { FIGURE_FIELDS, type FigureField, type ItemField, VALUE_FIELDS } from './change-field.ts';
import { compareLists } from './compare-lists.ts';
import type { ComparedFiche, ComparedFigure, FicheHead } from './compared-fiche.ts';
import { excerpts } from './excerpt.ts';

type Said = Partial<Change> & Pick<Change, 'kind' | 'before' | 'after'>;

/** A fiche that the publication before had not: new, or one that had left the registers. */
export function addedFiche({ code, title, sourceId }: FicheHead, wasRemoved: boolean): Change {
  const kind = wasRemoved ? 'REAPPEARED' : 'CREATED';
  return changeOf(code, { kind, before: null, after: title, sourceId });
}

/** A fiche that the publication has no longer. */
export function removedFiche({ code, title }: Pick<FicheHead, 'code' | 'title'>): Change {
  return changeOf(code, { kind: 'REMOVED', before: title, after: null });
}

/**
 * What changed of a fiche from one publication to the next: whether it is active, then in the order of
 * `CHANGE_FIELDS` values, lists and links, then figures, newest cohort first, then partners. Nothing when
 * both say the same in another order.
 *
 * - `day`: the day that the later data are of: a registration whose end is moved to before it has ended.
 * - Source: docs/method.md#what-changed.
 */
export function compareFiches(
  before: ComparedFiche,
  after: ComparedFiche,
  day: PlainDate,
): Change[] {
  const status = statusChange(before, after, day);
  const said: Said[] = [
    ...(status ? [status] : []),
    ...valueChanges(before, after).filter(({ field }) => field !== status?.field),
    ...listChanges(before, after),
    ...figureChanges(before.figures, after.figures),
    ...partnerChanges(before, after),
  ];
  return said.map((each) => changeOf(after.code, each));
}

function changeOf(certificationCode: Change['certificationCode'], said: Said): Change {
  const [before, after] = excerpts(said.before, said.after);
  return {
    ...{ cohortYear: null, field: null, item: null, sourceId: null },
    ...{ ...said, certificationCode, before, after },
  };
}

/**
 * Whether a registration has ended or is active again: by the register's flag when that was turned,
 * else by an end that was moved across the day.
 */
function statusChange(before: ComparedFiche, after: ComparedFiche, day: PlainDate): Said | null {
  const [was, is] = [periodOf(before), periodOf(after)];
  const isTurned = was.activeFlag !== null && is.activeFlag === !was.activeFlag;
  if (isTurned) {
    const kind = was.activeFlag ? 'ENDED' : 'REACTIVATED';
    return {
      kind,
      field: 'ACTIVE_FLAG',
      before: String(was.activeFlag),
      after: String(is.activeFlag),
    };
  }
  const hadEnded = activityOn(was, day) === false;
  const hasEnded = activityOn(is, day) === false;
  if (was.registrationEndsOn === is.registrationEndsOn || hadEnded === hasEnded) return null;
  return {
    ...{ kind: hasEnded ? 'ENDED' : 'REACTIVATED', field: 'REGISTRATION_ENDS_ON' },
    ...{ before: was.registrationEndsOn, after: is.registrationEndsOn },
  };
}

/** Without the start of the registration: what has not begun has not ended. */
function periodOf({ values }: ComparedFiche): ActivityPeriod {
  const { ACTIVE_FLAG: flag = null, REGISTRATION_ENDS_ON: end = null } = values;
  return {
    activeFlag: flag === null ? null : flag === 'true',
    registrationEndsOn: end as PlainDate | null,
  };
}

function valueChanges(before: ComparedFiche, after: ComparedFiche): Said[] {
  return VALUE_FIELDS.flatMap((field) => {
    const [was = null, is = null] = [before.values[field], after.values[field]];
    return was === is ? [] : { kind: 'UPDATED' as const, field, before: was, after: is };
  });
}

const LINKS: readonly ItemField[] = ['REPLACES', 'REPLACED_BY'];

function listChanges(before: ComparedFiche, after: ComparedFiche): Said[] {
  const byField = (fiche: ComparedFiche) =>
    new Map(fiche.lists.map((list) => [list.fields[0], list]));
  const [ofBefore, ofAfter] = [byField(before), byField(after)];
  const fields = new Map([...ofBefore, ...ofAfter]);
  const said = [...fields].flatMap(([field, { fields: all }]) => {
    const none = { fields: all, items: [] };
    const kind: ChangeKind = LINKS.includes(field) ? 'LINEAGE' : 'UPDATED';
    return compareLists(ofBefore.get(field) ?? none, ofAfter.get(field) ?? none).map(
      (difference) => ({ kind, ...difference }),
    );
  });
  // Links are told after all else of the fiche.
  return said.toSorted((a, b) => Number(a.kind === 'LINEAGE') - Number(b.kind === 'LINEAGE'));
}

function figureChanges(
  before: readonly ComparedFigure[],
  after: readonly ComparedFigure[],
): Said[] {
  const byName = (figures: readonly ComparedFigure[]) =>
    new Map(figures.map((figure) => [`${figure.year} ${figure.field}`, figure]));
  const [ofBefore, ofAfter] = [byName(before), byName(after)];
  const years = new Set([...before, ...after].map(({ year }) => year));
  return [...years]
    .toSorted((a, b) => b - a)
    .flatMap((year) =>
      FIGURE_FIELDS.flatMap((field) => {
        const [was, is] = [ofBefore, ofAfter].map((all) => all.get(`${year} ${field}`));
        if (was?.value === is?.value) return [];
        return {
          ...{ kind: figureKind(field, was, is), cohortYear: year, field },
          before: was ? String(was.value) : null,
          after: is ? String(is.value) : null,
          sourceId: is?.sourceId ?? null,
        };
      }),
    );
}

function figureKind(
  field: FigureField,
  before: ComparedFigure | undefined,
  after: ComparedFigure | undefined,
): ChangeKind {
  const what = field.startsWith('CERTIFIED') ? 'CERTIFIED' : 'RATE';
  if (!before) return `${what}_ADDED`;
  return after ? `${what}_ALTERED` : `${what}_WITHDRAWN`;
}

/** Partners by their number in force; when that is the same, those that differ by name. */
function partnerChanges(before: ComparedFiche, after: ComparedFiche): Said[] {
  if (before.partnersInForce !== after.partnersInForce) {
    return [
      {
        ...{ kind: 'PARTNERS', field: 'PARTNERS_IN_FORCE' },
        before: String(before.partnersInForce),
        after: String(after.partnersInForce),
      },
    ];
  }
  const list = (partners: readonly string[]) => ({
    fields: ['PARTNER'] as const,
    items: partners.map((line) => ({ key: line, item: line, cells: [line] })),
  });
  const lines = compareLists(list(before.partners), list(after.partners));
  if (lines.length === 0) return [];
  const names = (which: 'before' | 'after') =>
    lines.flatMap((line) => line[which] ?? []).join(' ; ') || null;
  return [{ kind: 'PARTNERS', field: 'PARTNER', before: names('before'), after: names('after') }];
}
