/**
 * One spelling of the variables of an operation: keys in order, no spaces. Absent variables are
 * those of an empty object.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? {}, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
