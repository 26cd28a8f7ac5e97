/**
 * `npm run bench:calls`: how often something is called among registers in which nothing happened. No
 * database: certifications differ, holders are draws, and neither a year nor a certification is
 * special. Prints shares, of the method and of the one before, which took all holders for one draw.
 *
 *   … -- --registers 200          fewer of them
 *   … -- --json figures.json      figures for machines, too
 */
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../../src/demonstration/random.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import type { Clusters } from '../../src/domain/rate/between.ts';
import { arcsineOf, funnelPosition } from '../../src/domain/rate/funnel.ts';
import { normalDeviate } from '../../src/domain/rate/normal.ts';
import { overdispersion } from '../../src/domain/rate/overdispersion.ts';
import { groupChange, rateChange } from '../../src/domain/rate/rate-change.ts';
import { type Figure, printTable, writeFigures } from './figures.ts';

const LEVEL = 0.95;
/** Certifications of a group, and peers, that are tried. */
const SIZES = [5, 10, 20, 50, 100, 300];
/** On the arcsine scale: around 82 %, certifications differ by some 8 points, and in a year by 4. */
const CENTRE = arcsineOf(82);
const BETWEEN = 0.1;
const IN_A_YEAR = 0.05;

/** A certification: holders of each year, and what share of them is in employment in the long run. */
interface Certification {
  readonly holders: number;
  readonly angle: number;
}

function certificationsOf(random: Random, count: number): Certification[] {
  return Array.from({ length: count }, () => ({
    holders: 20 + Math.round(Math.exp(random.normal(3, 1))),
    angle: random.normal(CENTRE, BETWEEN),
  }));
}

/** Percent of the holders of one year that are in employment. */
function rateOf(random: Random, { holders, angle }: Certification, spread: number): number {
  const p = Math.sin(Math.min(Math.PI / 2, Math.max(0, random.normal(angle, spread)))) ** 2;
  let employed = 0;
  for (let holder = 0; holder < holders; holder++) employed += Number(random.chance(p));
  return (100 * employed) / holders;
}

function groupOf(random: Random, certifications: readonly Certification[]) {
  const heads = Float64Array.from(certifications, ({ holders }) => holders);
  const rates = Float64Array.from(certifications, (each) => rateOf(random, each, IN_A_YEAR));
  const base = heads.reduce((sum, each) => sum + each, 0);
  const weighted = heads.reduce((sum, each, place) => sum + each * (rates[place] ?? 0), 0);
  const clusters: Clusters = { rows: Int32Array.from(heads.keys()), heads, rates };
  return { base, value: weighted / base, clusters, certifications: heads.length };
}

/** Whether a change between two years is called, by the method and by the one before. */
function changeCalled(random: Random, count: number) {
  const certifications = certificationsOf(random, count);
  const [earlier, later] = [groupOf(random, certifications), groupOf(random, certifications)];
  const called = (verdict: string | undefined) => verdict === 'RISE' || verdict === 'FALL';
  return {
    now: called(groupChange(earlier, later, LEVEL, DEFAULT_CHOICES)?.verdict),
    before: called(rateChange(earlier, later, LEVEL)?.verdict),
  };
}

/** Whether a certification like its peers is outside 99.8 %, by the method and by the one before. */
function outside(random: Random, count: number) {
  const [own, ...peers] = certificationsOf(random, count + 1);
  if (!own) throw new Error('there is one more than its peers');
  const rates = peers.map((each) => rateOf(random, each, 0));
  const base = peers.reduce((sum, { holders }) => sum + holders, 0);
  const pooled = peers.reduce((sum, { holders }, n) => sum + holders * (rates[n] ?? 0), 0) / base;
  const spread = overdispersion(
    {
      count: peers.length,
      arcsine: (place) => arcsineOf(rates[place] ?? 0),
      base: (place) => peers[place]?.holders ?? 0,
    },
    pooled,
    { share: DEFAULT_CHOICES.winsorised, fewest: DEFAULT_CHOICES.fewestFunnelPeers },
  );
  const found = { rate: rateOf(random, own, 0), base: own.holders };
  const position = spread && funnelPosition('ADJUSTED', { rate: pooled, ...spread }, found);
  // The limits of method 1.0: p₀ ± z·√(p₀(1 − p₀)/N).
  const half = normalDeviate(0.998) * Math.sqrt((pooled * (100 - pooled)) / own.holders);
  return {
    now: position === 'BELOW_99_8' || position === 'ABOVE_99_8',
    before: Math.abs(found.rate - pooled) > half,
  };
}

const { values } = parseArgs({
  options: { registers: { type: 'string', default: '1000' }, json: { type: 'string' } },
});
const registers = Number(values.registers);
const share = (found: readonly boolean[]) =>
  `${((100 * found.filter(Boolean).length) / found.length).toFixed(1)} %`;

const print = printTable([
  ['what is called', 34],
  ['of', 6],
  ['now', 10],
  ['before', 10],
]);
const figures: Figure[] = [];
for (const [name, draw] of [
  ['a change of a year, certifications', changeCalled],
  ['outside 99.8 %, peers', outside],
] as const) {
  for (const size of SIZES) {
    if (draw === outside && size < DEFAULT_CHOICES.fewestFunnelPeers) continue;
    const calls = Array.from({ length: registers }, (_, seed) =>
      draw(createRandom(seed, size), size),
    );
    const now = share(calls.map((call) => call.now));
    const before = share(calls.map((call) => call.before));
    print([name, size, now, before]);
    figures.push({ name, size, registers, now, before });
  }
}
await writeFigures(values.json, { calls: figures });
