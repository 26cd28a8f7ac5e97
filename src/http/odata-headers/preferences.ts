const PAGE_SIZE = /(?:^|[,;\s])(odata\.)?maxpagesize\s*=\s*"?(\d{1,9})"?/gi;

/** How many rows a page is to have at most, and the name that it was asked for by. */
export interface PagePreference {
  readonly rows: number;
  readonly name: 'maxpagesize' | 'odata.maxpagesize';
}

/** What the header `Prefer` says of pages: of two names the one of 4.01 counts. All else is passed over. */
export function pagePreference(
  prefer: string | readonly string[] | undefined,
): PagePreference | null {
  const found = [...String(prefer ?? '').matchAll(PAGE_SIZE)].flatMap(([, prefix, digits]) => {
    const name = prefix === undefined ? ('maxpagesize' as const) : ('odata.maxpagesize' as const);
    return Number(digits) > 0 ? [{ rows: Number(digits), name }] : [];
  });
  return found.find(({ name }) => name === 'maxpagesize') ?? found[0] ?? null;
}
