import type { A } from './planted-16674-one.ts';
export type B = A | null;
