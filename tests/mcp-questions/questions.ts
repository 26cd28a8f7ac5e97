import type { Question } from './transcript.ts';

const A = '111111118';
const B = '222222226';

type Row = readonly [
  question: string,
  tool: string,
  given: Question['arguments'],
  figures: Question['figures'],
  final: string,
];

/**
 * Questions as reporting staff, examiners and certifying bodies put them, about the register of
 * tests/support/question-register.ts on 2026-11-24. Figures are worked out by hand from its cohorts. The
 * last text of each is written by hand too, as an agent should write it: no model wrote any.
 */
const ROWS: readonly Row[] = [
  [
    'Quand se termine l’enregistrement de la RNCP101 ?',
    'certification_card',
    { code: 'RNCP101' },
    { 'certification.registrationEndsOn': '2027-05-10', 'certification.active': true },
    'L’enregistrement de RNCP101, « Concepteur de logiciels », se termine le 10/05/2027 ; la certification est active.',
  ],
  [
    'Qui délivre la certification RNCP101 aujourd’hui ?',
    'certification_card',
    { code: 'RNCP101' },
    { 'certification.certifiers.0.name': 'École A', 'certification.certifiers.1.active': false },
    'École A délivre RNCP101 ; « Ancienne école » n’est plus certificateur.',
  ],
  [
    'De quel niveau est la certification Manager, RNCP160 ?',
    'certification_card',
    { code: 'RNCP160' },
    { 'certification.level': 7 },
    'RNCP160 est de niveau 7.',
  ],
  [
    'La fiche RNCP100 est-elle encore active ?',
    'certification_card',
    { code: 'RNCP100' },
    { 'certification.active': false, 'certification.registrationEndsOn': '2022-05-10' },
    'Non : l’enregistrement de RNCP100 a pris fin le 10/05/2022.',
  ],
  [
    'La RS200 existe-t-elle encore, et jusqu’à quand ?',
    'certification_card',
    { code: 'RS200' },
    { 'certification.active': true, 'certification.registrationEndsOn': '2027-01-31' },
    'Oui, RS200 est active jusqu’au 31/01/2027.',
  ],
  [
    'Pourquoi la promotion 2024 de RNCP130 n’a-t-elle pas de taux à 6 mois ?',
    'certification_cohorts',
    { code: 'RNCP130' },
    {
      'certification.cohorts.0.insertionRates.0.status': 'OVERDUE',
      'certification.cohorts.0.insertionRates.0.daysLate': 328,
    },
    'Son taux global à 6 mois est en retard de 328 jours : il était dû le 31/12/2025.',
  ],
  [
    'Quel est le taux d’insertion global à 6 mois de la promotion 2023 de RNCP130 ?',
    'certification_cohorts',
    { code: 'RNCP130' },
    {
      'certification.cohorts.1.certified': 9,
      'certification.cohorts.1.insertionRates.0.value': 77,
      'certification.cohorts.1.insertionRates.0.reliability': 'VERY_LOW',
    },
    'Le taux global à 6 mois de la promotion 2023 est de 77 % (statut : publié ; base : 9 certifiés, fiabilité très faible).',
  ],
  [
    'Comment ont évolué les promotions de RNCP160 ?',
    'certification_cohorts',
    { code: 'RNCP160' },
    {
      'certification.cohorts.0.insertionRates.0.value': 70,
      'certification.cohorts.1.insertionRates.0.value': 95,
    },
    'Le taux global à 6 mois, publié, est de 95 % pour la promotion 2023 et de 70 % pour la promotion 2024, chacune de 100 certifiés.',
  ],
  [
    'Quel est le taux d’insertion de RNCP101 sur ses dernières promotions ?',
    'pooled_rates',
    { code: 'RNCP101' },
    // (20·50 + 20·70 + 10·60) / 50.
    { 'certification.insertion.0.value': 60, 'certification.insertion.0.base': 50 },
    'Sur les promotions 2022 à 2024, toutes publiées, le taux global à 6 mois de RNCP101 est de 60 % (base : 50 certifiés).',
  ],
  [
    'Et sur sa seule dernière promotion ?',
    'pooled_rates',
    { code: 'RNCP101', lastCohorts: 1 },
    { 'certification.insertion.0.value': 50, 'certification.insertion.0.base': 20 },
    'Sur la seule promotion 2024, publiée, le taux global à 6 mois est de 50 % (base : 20 certifiés).',
  ],
  [
    'Quel taux d’insertion affiche RNCP140 sur ses deux promotions ?',
    'pooled_rates',
    { code: 'RNCP140' },
    // (40·88 + 50·90) / 90.
    { 'certification.insertion.0.value': 89.11, 'certification.insertion.0.base': 90 },
    'Le taux global à 6 mois de RNCP140 est de 89,11 % sur les promotions 2018 et 2019, publiées (base : 90 certifiés).',
  ],
  [
    'Quel est le taux d’insertion de RNCP120 ?',
    'pooled_rates',
    { code: 'RNCP120' },
    { 'certification.insertion.0.value': null, 'certification.insertion.0.base': 0 },
    'Aucun taux n’est connu pour RNCP120 : elle n’a aucune promotion dans les statistiques, ce qui n’est pas un taux nul.',
  ],
  [
    'Le taux métier visé de RNCP140 change-t-il entre 6 mois et 2 ans ?',
    'target_rate_change',
    { code: 'RNCP140' },
    // 84 − 60 and 85 − 80.
    {
      'certification.cohorts.0.targetRateChange.difference': 24,
      'certification.cohorts.1.targetRateChange.difference': 5,
    },
    'La promotion 2019 passe de 60 % à 84 % (publiés), soit 24 points de plus. La promotion 2018 passe de 80 % à 85 % (publiés), soit 5 points.',
  ],
  [
    'Comment RNCP101 se situe-t-elle face à ses pairs de même code ROME ?',
    'benchmark',
    { code: 'RNCP101' },
    // Peers at 70, 75, 80, 85, 90, 95.
    {
      'certification.benchmark.peerCount': 6,
      'certification.benchmark.peerMedian': 82.5,
      'certification.benchmark.difference': -22.5,
    },
    'Le taux groupé de RNCP101 est de 60 % (promotions 2022 à 2024, publiées, base 50), 22,5 points sous la médiane de ses 6 pairs.',
  ],
  [
    'Quel est le rang de RNCP111 parmi ses pairs ?',
    'benchmark',
    { code: 'RNCP111' },
    { 'certification.benchmark.percentile': 16.67, 'certification.benchmark.own.value': 70 },
    'Avec 70 % (promotion 2023, taux publié, base 30), RNCP111 est au percentile 16,67 de ses pairs.',
  ],
  [
    'Peut-on comparer RNCP130 à d’autres certifications du même métier ?',
    'benchmark',
    { code: 'RNCP130' },
    {
      'certification.benchmark.status': 'INSUFFICIENT_PEERS',
      'certification.benchmark.peerMedian': null,
    },
    'Non : RNCP130 a trop peu de pairs, et la comparaison est retenue.',
  ],
  [
    'Comparez RNCP101 à ses pairs par Formacode.',
    'benchmark_by_criterion',
    { code: 'RNCP101' },
    {
      'certification.byFormacode.peerCount': 5,
      'certification.byFormacode.peerMedian': 80,
      'certification.byFormacode.difference': -20,
    },
    'Par Formacode, RNCP101 a 5 pairs et se trouve 20 points sous leur médiane.',
  ],
  [
    'Mettez RNCP101 et RNCP160 côte à côte.',
    'compare_certifications',
    { codes: ['RNCP101', 'RNCP160'] },
    // (100·95 + 100·70) / 200.
    {
      'comparison.certifications.1.rates.0.value': 82.5,
      'comparison.certifications.1.rates.0.base': 200,
    },
    'Sur les promotions 2023 et 2024, publiées, RNCP160 est à 82,5 % (base 200).',
  ],
  [
    'RNCP101 et RNCP130 ont-elles des promotions des mêmes années ?',
    'compare_certifications',
    { codes: ['RNCP101', 'RNCP130'] },
    { 'comparison.commonYears': [2024, 2023] },
    'Oui : toutes deux ont des promotions de 2023 et de 2024.',
  ],
  [
    'Quels blocs de compétences compte RNCP101 ?',
    'certification_blocks',
    { code: 'RNCP101' },
    { 'certification.blocks.0.code': 'RNCP101BC01', 'certification.blocks.1.title': 'Développer' },
    'RNCP101 a deux blocs : RNCP101BC01, « Concevoir », et RNCP101BC02, « Développer ».',
  ],
  [
    'Quelles certifications actives parlent de comptabilité ?',
    'search_certifications',
    { search: 'comptabilité' },
    // RNCP130 by its NSF and ROME codes.
    { 'certifications.totalCount': 3 },
    'Trois certifications actives : RNCP120, RNCP121 et RNCP130.',
  ],
  [
    'Trouvez-moi les certifications de développeur.',
    'search_certifications',
    { search: 'développeur' },
    { 'certifications.totalCount': 6 },
    'Il y en a 6 qui sont actives, RNCP111 à RNCP116.',
  ],
  [
    'Combien d’enregistrements arrivent à échéance dans l’année ?',
    'ending_registrations',
    {},
    { 'certifications.totalCount': 4, 'certifications.nodes.0.code': 'RNCP130' },
    'Quatre enregistrements se terminent sous 12 mois : le premier est celui de RNCP130, le 15/12/2026.',
  ],
  [
    'Lesquels finissent dans les 3 mois ?',
    'ending_registrations',
    { withinMonths: 3 },
    { 'certifications.totalCount': 2, 'certifications.nodes.1.code': 'RS200' },
    'Deux : RNCP130 le 15/12/2026 et RS200 le 31/01/2027.',
  ],
  [
    `Quelles échéances pour l’organisme de SIREN ${A} cette année ?`,
    'ending_registrations',
    { certifiers: [A] },
    { 'certifications.totalCount': 3 },
    'Trois certifications de cet organisme arrivent à échéance : RNCP130, RS200 et RNCP101.',
  ],
  [
    'Lesquelles finissent sans être remplacées ?',
    'ending_without_replacement',
    {},
    { 'certifications.totalCount': 3 },
    'Trois finissent sous 12 mois sans remplaçante connue.',
  ],
  [
    'Qui aurait déjà dû déposer une demande de renouvellement ?',
    'filing_passed',
    {},
    { 'certifications.totalCount': 3, 'certifications.nodes.0.renewal.stage': 'LATE' },
    'La date de dépôt conseillée est passée pour trois certifications, dont RNCP130 ; les répertoires ne disent pas qui a déposé.',
  ],
  [
    'Parmi celles qui finissent bientôt, lesquelles sont sous la médiane de leurs pairs ?',
    'below_peer_median',
    {},
    { 'certifications.totalCount': 1, 'certifications.nodes.0.code': 'RNCP101' },
    'Une seule : RNCP101, à 60 % (promotions 2022 à 2024, publiées, base 50), 22,5 points sous la médiane de ses pairs.',
  ],
  [
    'Y a-t-il des certifications hors de l’entonnoir ?',
    'outside_funnel',
    {},
    { 'certifications.totalCount': 0 },
    'Aucune.',
  ],
  [
    'Quelles certifications ont trop peu de promotions pour un renouvellement cette année ?',
    'too_few_cohorts',
    { withinMonths: 12 },
    { 'certifications.totalCount': 2, 'certifications.nodes.0.renewal.readiness.usableCohorts': 1 },
    'Deux : RNCP130, qui a 1 promotion avec un taux, et RNCP120, qui n’en a aucune.',
  ],
  [
    'Quels taux à 6 mois sont en retard ?',
    'overdue_rates',
    {},
    { 'cohorts.totalCount': 1, 'cohorts.nodes.0.insertionRate.daysLate': 328 },
    'Un seul : celui de la promotion 2024 de RNCP130, en retard de 328 jours.',
  ],
  [
    `L’organisme ${B} doit-il des taux ?`,
    'overdue_rates',
    { certifiers: [B] },
    { 'cohorts.totalCount': 1 },
    'Oui, un : le taux global à 6 mois de la promotion 2024 de RNCP130.',
  ],
  [
    'Quels taux à 2 ans faudra-t-il publier dans les 12 mois, pour les certifications actives ?',
    'due_rates',
    { withinMonths: 12, active: true },
    // RNCP101, RNCP130 and RNCP160: 20 + 8 + 100 certified.
    { 'cohorts.totalCount': 3, 'byYear.groups.0.summary.certified': 128 },
    'Ceux de 3 promotions de 2024, de 128 certifiés en tout, dus le 30/06/2027.',
  ],
  [
    'Quelles certifications n’ont plus de promotion récente ?',
    'old_cohorts',
    {},
    { 'certifications.totalCount': 1, 'certifications.nodes.0.cohorts.0.year': 2019 },
    'RNCP140 : sa dernière promotion est de 2019.',
  ],
  [
    'Où l’écart entre taux global et taux métier visé est-il le plus grand ?',
    'largest_gaps',
    {},
    { 'cohorts.nodes.0.gapAt6Months': 30, 'cohorts.nodes.0.global.value': 90 },
    'Pour la promotion 2019 de RNCP140 : 90 % contre 60 %, taux publiés sur 50 certifiés, soit 30 points.',
  ],
  [
    'Quels taux ont baissé plus que le hasard ne l’explique ?',
    'falling_rates',
    {},
    { 'cohorts.totalCount': 1, 'cohorts.nodes.0.certification.code': 'RNCP160' },
    'Celui de RNCP160, dont la promotion 2024 est à 70 %, taux publié sur 100 certifiés.',
  ],
  [
    'Quels sont les taux par niveau ?',
    'insertion_by_dimensions',
    { groupBy: ['LEVEL'] },
    // RNCP130 alone is of level 4: 9 certified at 77.
    {
      'insertionStatistics.groups.0.key.level': 4,
      'insertionStatistics.groups.0.summary.rates.0.value': 77,
      'insertionStatistics.groups.0.summary.rates.0.base': 9,
    },
    'Au niveau 4, le taux global à 6 mois est de 77 % (promotion 2023, publié, base 9) ; l’autre promotion est en retard.',
  ],
  [
    'Combien de petites promotions compte le RS ?',
    'small_rs_cohorts',
    {},
    { 'cohorts.totalCount': 1, 'cohorts.nodes.0.certified': 7 },
    'Une, celle de 2024 de RS201, avec 7 certifiés.',
  ],
  [
    `Faites le portrait de l’organisme ${A}.`,
    'certifier_portfolio',
    { siren: A },
    {
      'certifier.certificationSummary.certifications': 4,
      'certifier.certificationSummary.active': 3,
    },
    'École A a 4 certifications, dont 3 actives.',
  ],
  [
    'Combien de certifications sont servies, et de quand datent les données ?',
    'data_status',
    {},
    { 'dataStatus.registers.0.certifications': 13, 'dataStatus.registers.1.certifications': 2 },
    'Le RNCP en compte 13 et le RS 2 ; l’export est du 16/08/2026.',
  ],
];

export const QUESTIONS: readonly Question[] = ROWS.map(([question, tool, given, figures]) => ({
  ...{ question, tool, arguments: given, figures },
}));

/** The text that answers a question. */
export const FINALS: ReadonlyMap<string, string> = new Map(ROWS.map((row) => [row[0], row[4]]));
