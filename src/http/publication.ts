/** What HTTP needs to know of a publication. */
export interface Publication {
  readonly id: number;
  readonly publishedAt: Date;
  readonly demonstration: boolean;
}

/** Tells what is served from all else that is ever served under the same number, by another database. */
export function publicationKey({
  id,
  publishedAt,
}: Pick<Publication, 'id' | 'publishedAt'>): string {
  return `${id} ${publishedAt.getTime()}`;
}
