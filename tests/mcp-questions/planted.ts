import type { Transcript } from './transcript.ts';

/** A transcript that was spoiled, and the fault that has to be found in it. */
export interface Planted {
  readonly rule: string;
  readonly question: string;
  readonly spoil: (transcript: Transcript) => Transcript;
  readonly fault: RegExp;
}

const POOLED = 'Quel est le taux d’insertion de RNCP101 sur ses dernières promotions ?';

const told =
  (from: string, to: string): Planted['spoil'] =>
  (transcript) => {
    if (!transcript.final.includes(from)) throw new Error(`${from} is not in the text`);
    return { ...transcript, final: transcript.final.replace(from, to) };
  };

/** One for each rule, and for the ways in which agents are known to break them. */
export const PLANTED: readonly Planted[] = [
  {
    rule: 'a figure that no answer has',
    question: POOLED,
    spoil: told('60 %', '61 %'),
    fault: /^61 is in no answer$/,
  },
  {
    rule: 'a figure that was rounded',
    question: 'Quel taux d’insertion affiche RNCP140 sur ses deux promotions ?',
    spoil: told('89,11', '89,1'),
    fault: /^89\.1 is in no answer$/,
  },
  {
    rule: 'a base that was made up',
    question: POOLED,
    spoil: told('50 certifiés', '1 250 certifiés'),
    fault: /^1250 is in no answer$/,
  },
  {
    rule: 'a rate without its status',
    question: POOLED,
    spoil: told(', toutes publiées,', ''),
    fault: /^a rate without its status/,
  },
  {
    rule: 'a rate without its period',
    question: POOLED,
    spoil: told('les promotions 2022 à 2024', 'ses promotions'),
    fault: /^a rate without its period/,
  },
  {
    rule: 'another tool',
    question: POOLED,
    spoil: ({ calls, ...rest }) => ({
      ...rest,
      calls: calls.map((call) => ({ ...call, tool: 'benchmark' })),
    }),
    fault: /^no call of pooled_rates: benchmark$/,
  },
  {
    rule: 'no tool',
    question: POOLED,
    spoil: (transcript) => ({ ...transcript, calls: [] }),
    fault: /^no call of pooled_rates: none$/,
  },
  {
    rule: 'other arguments',
    question: POOLED,
    spoil: ({ calls, ...rest }) => ({
      ...rest,
      calls: calls.map((call) => ({ ...call, arguments: { code: 'RNCP111' } })),
    }),
    fault: /^pooled_rates with \{"code":"RNCP111"\}/,
  },
  {
    rule: 'an answer with other figures',
    question: POOLED,
    spoil: (transcript) =>
      JSON.parse(JSON.stringify(transcript).replaceAll('"base":50', '"base":51')) as Transcript,
    fault: /^certification\.insertion\.0\.base is 51, not 50$/,
  },
];
