/**
 * The time of every part of a zip: the same content is the same bytes, whenever and in whichever time
 * zone it is written. It is the first that a zip can tell.
 */
export const TIMELESS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
