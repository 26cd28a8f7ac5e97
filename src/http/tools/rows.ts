import type { AnswerPlan, ListPlan } from './answer-plan.ts';
import { ROWS } from './input-schema.ts';

/** How much of a list is in an answer. */
export interface ListRows {
  /** Path of the list: `certifications.nodes`. */
  readonly list: string;
  readonly rows: number;
  /** null where it is not known. */
  readonly totalRows: number | null;
  readonly truncated: boolean;
  /** How to ask for what follows; null when nothing does, or by the address of the operation alone. */
  readonly next: { readonly argument: string; readonly cursor: string } | null;
}

/** An answer with no list longer than is allowed, and how much of each is in it. */
export interface BoundedAnswer {
  readonly data: Value;
  readonly lists: readonly ListRows[];
}

type Value = Readonly<Record<string, unknown>>;

/** Cuts lists that are too long, and counts their rows. */
export function boundRows(given: Value, { lists }: AnswerPlan): BoundedAnswer {
  let data = given;
  const counted = lists.flatMap((plan) => {
    const parent = parentOf(data, plan.path);
    const all = parent?.[plan.path.at(-1) ?? ''];
    if (!parent || !Array.isArray(all)) return [];
    const isCut = all.length > ROWS.most;
    if (isCut) data = withValue(data, plan.path, all.slice(0, ROWS.most));
    return [rowsOf(plan, parent, all.length, isCut)];
  });
  return { data, lists: counted };
}

function rowsOf(plan: ListPlan, parent: Value, length: number, isCut: boolean): ListRows {
  const total = plan.total === null ? null : (parent[plan.total] as number);
  const page = parent['pageInfo'] as { hasNextPage?: boolean; endCursor?: string } | undefined;
  const totalRows = total ?? (plan.isPage ? null : length);
  const rows = Math.min(length, ROWS.most);
  const { hasNextPage = totalRows !== null && rows < totalRows, endCursor } = page ?? {};
  return {
    ...{ list: plan.path.join('.'), rows, totalRows },
    truncated: isCut || hasNextPage,
    next:
      hasNextPage && plan.after !== null && endCursor
        ? { argument: plan.after, cursor: endCursor }
        : null,
  };
}

function parentOf(data: Value, path: readonly string[]): Value | null {
  let at: Value | null = data;
  for (const key of path.slice(0, -1)) {
    at = (at?.[key] as Value | null | undefined) ?? null;
    if (at === null) return null;
  }
  return at;
}

function withValue(data: Value, [key = '', ...rest]: readonly string[], value: unknown): Value {
  const inner = rest.length === 0 ? value : withValue(data[key] as Value, rest, value);
  return { ...data, [key]: inner };
}
