import { PEER_CRITERIA, type PeerCriterion } from '../../domain/peers/peer-rule.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { finish, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { latestPooledFigure } from '../../snapshot/figures.ts';
import type { CertificationFilter } from '../../snapshot/filter/certification-filter.ts';
import { comparedNotes } from '../../snapshot/notes/notes.ts';
import { peerBoard, peerQValue } from '../../snapshot/peers/boards.ts';
import { pooledColumns } from '../../snapshot/peers/pooled.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  LAST_COHORTS,
  lastCohorts,
} from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { benchmarkColumns } from './benchmark-columns.ts';
import type { Compared } from './compared.ts';

const INDICATOR: Parameter = {
  name: 'indicator',
  description: {
    fr: 'Celui des trois taux qui est comparé.',
    en: 'Which of the three rates is compared.',
  },
  kind: { type: 'CHOICE', of: INSERTION_INDICATORS },
  otherwise: 'GLOBAL_6_MONTHS',
  ...{ many: false, example: 'TARGET_OCCUPATION_2_YEARS' },
};

const PEERS_BY: Parameter = {
  name: 'peers_by',
  description: {
    fr: 'Ce que les certifications comparées ont en commun\u00a0: un code ROME (OCCUPATION), un code NSF, un Formacode, ou rien que le niveau.',
    en: 'What peers share: a ROME code (OCCUPATION), an NSF code, a Formacode, or nothing but the level.',
  },
  kind: { type: 'CHOICE', of: PEER_CRITERIA },
  otherwise: 'OCCUPATION',
  ...{ many: false, example: 'SPECIALITY' },
};

const SAME_LEVEL: Parameter = {
  name: 'same_level',
  description: {
    fr: 'Si les certifications comparées ont le même niveau de qualification.',
    en: 'Whether peers have the same level of qualification.',
  },
  kind: { type: 'BOOLEAN' },
  otherwise: true,
  ...{ many: false, example: 'false' },
};

const MINIMUM_BASE: Parameter = {
  name: 'minimum_base',
  description: {
    fr: 'Personnes. Les certifications d’un effectif plus petit ne sont pas comparées\u00a0; sans ce paramètre, l’effectif est celui de la méthode (20, sauf autre choix).',
    en: 'Heads. Certifications on a smaller base are no peers; that of the method (20 unless it was chosen otherwise) when it is not given.',
  },
  kind: { type: 'INTEGER', from: 0, to: 1_000_000 },
  ...{ many: false, example: '50' },
};

// Only active certifications of the RNCP have peers that they can be compared with here.
const WHICH = CERTIFICATION_PARAMETERS.filter(
  ({ name }) => name !== 'register' && name !== 'active',
);

export const benchmark = dataset<Compared>({
  name: 'benchmark',
  title: { fr: 'Comparaison avec les certifications proches', en: 'Comparison with peers' },
  description: {
    fr: 'Certifications du RNCP qui sont actives à la date de référence et ont un taux sur leurs dernières promotions, chacune à côté des certifications auxquelles elle est comparée\u00a0: d’autres qui partagent un code avec elle et ne sont pas de sa filiation. Un entonnoir, et non un palmarès\u00a0: le droit ne fixe aucun seuil.',
    en: 'Certifications of the RNCP that are active on the day and have a rate over their last cohorts, each beside its peers: others that share a code with it and are not of its lineage. A funnel, not a league table: there is no pass mark in law.',
  },
  grain: {
    fr: 'une ligne par certification active du RNCP qui a le taux',
    en: 'one row for each active certification of the RNCP that has the rate',
  },
  key: ['certification_code'],
  additive: ['rate_base', 'cohorts', 'cohorts_with_rate'],
  parameters: [...WHICH, INDICATOR, PEERS_BY, SAME_LEVEL, LAST_COHORTS, MINIMUM_BASE, AS_OF],
  items: compared,
  whyEmpty: emptyCertifications(rated),
  columns: benchmarkColumns,
});

/** Rows that are made at a time: each has peers. */
const MADE = 50;
function candidates(indicator: InsertionIndicator) {
  return { register: 'RNCP', active: true, has: [indicator] } as const;
}

/** Conditions that the certifications with a row meet. */
function rated({ snapshot }: DayView, values: ParameterValues): CertificationFilter {
  const indicator = values['indicator'] as InsertionIndicator;
  const { base } = finish(pooledColumns(snapshot, indicator, lastCohorts(values)));
  const mask = new Uint8Array(base.length);
  for (const [row, heads] of base.entries()) mask[row] = Number(heads > 0);
  return { ...candidates(indicator), chosen: [mask] };
}

/** Active certifications of the RNCP that have a rate over the cohorts that are pooled. */
function* compared(view: DayView, values: ParameterValues): Work<Iterable<Compared>> {
  const indicator = values['indicator'] as InsertionIndicator;
  const rule = {
    indicator,
    peersBy: values['peers_by'] as PeerCriterion,
    sameLevel: values['same_level'] as boolean,
    lastCohorts: lastCohorts(values),
    minimumBase: (values['minimum_base'] as number | undefined) ?? null,
  };
  const board = yield* peerBoard(view, rule);
  const items: Compared[] = [];
  for (const row of yield* certificationsOf(view, values, candidates(indicator))) {
    const own = latestPooledFigure(view.snapshot, row, indicator, rule.lastCohorts);
    // A rate may be published on older cohorts than those that are pooled.
    if (own.value === null) continue;
    items.push({
      ...{ row, indicator, own },
      comparison: board.compare(row),
      qValue: yield* peerQValue(view, board, row),
      peersTooSmall: yield* board.tooSmallFor(row),
      notes: comparedNotes(view, board, row),
    });
    if (items.length % MADE === 0) yield;
  }
  return items;
}
