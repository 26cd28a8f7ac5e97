import type { Tally } from './tally.ts';

/** Connections of a client that does its worst. */
export const CONNECTIONS = 8;

/** Whom an attack is sent to, and for how long. */
export interface Target {
  readonly port: number;
  /** The address that it is sent from. */
  readonly localAddress: string;
  /** On the clock of `performance.now()`. */
  readonly end: number;
  /** Certifications of the register. */
  readonly codes: readonly string[];
  readonly tally: Tally;
}

/** What one client does to a server. */
export interface Attack {
  /** For `--only`. */
  readonly name: string;
  readonly run: (target: Target) => Promise<void>;
}

/** What an attacker does next. */
export interface Order {
  readonly name: string;
  readonly port: number;
  readonly localAddress: string;
  readonly seconds: number;
  readonly codes: readonly string[];
}
