import type { B } from './planted-16674-other.ts';
export type A = B | null;
