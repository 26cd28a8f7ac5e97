import type { FindingRule } from './finding.ts';
import { FINDING_RULE_LABELS } from './finding-labels.ts';
import { FRENCH } from './french-messages.ts';

const PATTERNS = new Map(
  Object.entries(FRENCH).map(([rule, translations]) => [
    rule,
    translations.map(([en, fr]) => ({ pattern: patternOf(en), fr })),
  ]),
);

function patternOf(template: string): RegExp {
  const parts = template.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.*?)')}$`, 's');
}

/** A line of a statistics file, before what is wrong with it. */
const LINE = /^line (\d+): /;

/** Longer messages repeat a long name of the source, and matching one takes ever longer. */
const LONGEST = 1_000;

/** What a finding says, in French: the name of its rule beside the English where there is no other. */
export function frenchMessage(rule: FindingRule, message: string): string {
  const line = LINE.exec(message);
  if (line) return `ligne ${line[1]} : ${frenchMessage(rule, message.slice(line[0].length))}`;
  const known = message.length <= LONGEST ? (PATTERNS.get(rule) ?? []) : [];
  for (const { pattern, fr } of known) {
    const found = pattern.exec(message);
    if (found) return fr.replace(/\{(\d)\}/g, (_, place: string) => found[Number(place) + 1] ?? '');
  }
  return `${FINDING_RULE_LABELS[rule].fr} (en anglais : ${message})`;
}
