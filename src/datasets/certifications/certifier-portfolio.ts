import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { Work } from '../../domain/work.ts';
import { overdueRates } from '../../snapshot/body-figures.ts';
import { intOf, NONE } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { cohortCount, latestPooledFigure } from '../../snapshot/figures.ts';
import { notesOfLatest } from '../../snapshot/notes/notes.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, figure, ofMeasure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  LAST_COHORTS,
  lastCohorts,
} from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { ParameterValues } from '../parameter.ts';
import { pooledRateColumns } from '../rates/rate-columns.ts';
import { POOLED_RATE_NAMES } from '../rates/rate-names.ts';

interface Item {
  readonly row: number;
  /** Row of the body; −1: no body in force is known by SIREN. */
  readonly body: number;
}

export const certifierPortfolio = dataset<Item>({
  name: 'certifier-portfolio',
  title: { fr: 'Portefeuille des certificateurs', en: 'Portfolios of certifying bodies' },
  description: {
    fr: 'Ce que certifie chaque certificateur en vigueur\u00a0: dates de fin, promotions, taux et ce qui est en retard. Une certification de plusieurs certificateurs a une ligne pour chacun\u00a0: les lignes ne s’additionnent pas.',
    en: 'What each certifying body in force certifies: end dates, cohorts, rates and what is overdue. A certification of several bodies has a row for each: rows do not add up.',
  },
  grain: {
    fr: 'une ligne par certification et SIREN d’un certificateur en vigueur, et une pour une certification qui n’en a aucun',
    en: 'one row for each certification and SIREN of a certifying body in force, and one for a certification without any',
  },
  key: ['certification_code', 'certifier_siren'],
  nullableKey: ['certifier_siren'],
  parameters: [...CERTIFICATION_PARAMETERS, LAST_COHORTS, AS_OF],
  items: portfolios,
  whyEmpty: emptyCertifications(),
  columns: (values) => [
    dimension<Item>(
      'certifier_siren',
      'TEXT',
      {
        label: 'SIREN du certificateur',
        description:
          'SIREN du certificateur\u00a0; vide pour les certifications sans certificateur en vigueur connu par son SIREN',
      },
      {
        label: 'SIREN of the certifying body',
        description:
          'SIREN of the certifying body; absent for certifications without one in force that is known by SIREN',
      },
      ({ body }, { snapshot }) => snapshot.bodies.siren[body],
    ),
    dimension<Item>(
      'certifier_name',
      'TEXT',
      {
        label: 'Certificateur',
        description:
          'Nom du certificateur, celui qu’il a le plus souvent\u00a0; vide quand son SIREN l’est',
      },
      {
        label: 'Certifying body',
        description:
          'Name of the certifying body, the one it most often has; absent with its SIREN',
      },
      ({ body }, { snapshot }) => snapshot.bodies.name[body],
    ),
    ...certificationColumns<Item>(({ row }) => row),
    dimension<Item>(
      'newest_cohort',
      'INTEGER',
      {
        label: 'Promotion la plus récente',
        description: 'Année de la dernière promotion\u00a0; vide sans promotion',
      },
      { label: 'Newest cohort', description: 'Year of the newest cohort; absent without cohorts' },
      ({ row }, { snapshot }) => intOf(snapshot.certifications.newestCohort[row]),
    ),
    figure<Item>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      {
        fr: 'Promotions. Toutes celles qui ont une ligne dans les statistiques\u00a0; 0 quand il n’y en a pas.',
        en: 'Cohorts. All that have a line in the statistics; 0 when there is none.',
      },
      ({ row }, { snapshot }) => cohortCount(snapshot, row),
    ),
    ofMeasure(
      'OVERDUE_RATES',
      figure<Item>(
        'overdue_rates',
        'INTEGER',
        'COHORTS',
        { fr: 'Taux à 6 mois en retard', en: 'Overdue rates at six months' },
        {
          fr: 'Promotions. Celles dont le taux global à 6 mois est en retard à la date de référence, et celles dont le taux dans le métier visé à 6 mois l’est\u00a0: une promotion qui doit les deux compte deux fois. Jamais vide.',
          en: 'Cohorts. Those whose global rate at 6 months is overdue on the day, and those whose rate in the target occupation at 6 months is: a cohort that owes both counts twice. Never absent.',
        },
        ({ row }, view) => overdueRates(view, row),
      ),
    ),
    ...INSERTION_INDICATORS.flatMap((indicator) =>
      pooledRateColumns<Item>(
        indicator.toLowerCase(),
        POOLED_RATE_NAMES[indicator],
        ({ row }, { snapshot }) =>
          latestPooledFigure(snapshot, row, indicator, lastCohorts(values)),
      ),
    ),
    notesColumn<Item>(({ row }, view) =>
      notesOfLatest(view, [row], { kind: null, lastCohorts: lastCohorts(values) }),
    ),
  ],
});

/** One item for each body in force, by SIREN: only those that are asked for. */
function* portfolios(view: DayView, values: ParameterValues): Work<Iterable<Item>> {
  return itemsOf(view, values, yield* certificationsOf(view, values));
}

function* itemsOf(
  view: DayView,
  values: ParameterValues,
  certifications: Iterable<number>,
): Generator<Item> {
  const { rowOf, ofCertification } = view.snapshot.bodies;
  const asked = (values['certifier'] as readonly string[] | undefined)?.map(
    (siren) => rowOf.get(parseSiren(siren)) ?? NONE,
  );
  for (const row of certifications) {
    const { offset, value } = ofCertification;
    const inForce = value.subarray(offset[row], offset[row + 1]);
    // Who certifies together with a body that is asked for is not in the portfolio of that body.
    const bodies = asked ? asked.filter((body) => inForce.includes(body)) : inForce;
    for (const body of bodies) yield { row, body };
    if (bodies.length === 0 && !asked) yield { row, body: NONE };
  }
}
