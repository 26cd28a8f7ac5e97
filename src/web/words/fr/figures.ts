export const RATE_FR = {
  base: (count: string) => `sur ${count} certifiés`,
  none: 'aucun taux',
  withheld: 'intervalle non donné\u00a0: trop peu de certifications',
  noCohort: 'aucune promotion',
  publishedWithoutBase: 'publié sans nombre de certifiés',
  interval: 'intervalle à 95\u00a0%',
  reliability: 'Fiabilité',
  year: 'Année',
  certified: 'Certifiés',
  throughVae: 'dont par VAE',
  cohorts: 'Promotions',
  certifications: 'Certifications',
  coverage: 'Couverture',
  dueOn: (day: string) => `attendu le ${day}`,
  late: (days: string) => `${days} jours de retard`,
  weak: (reliability: string) => `fiabilité ${reliability}`,
};

export const CHART_FR = {
  table: 'Les mêmes chiffres en tableau',
  noPoints: 'Aucun taux publié à montrer.',
  ratesByYear: 'Taux par année de promotion',
  funnel: 'Entonnoir\u00a0: la certification parmi ses semblables',
  own: 'cette certification',
  peers: 'certifications semblables',
  limits: (level: string) => `limites à ${level}`,
  peersRate: 'taux commun des semblables',
  peersMedian: 'médiane des semblables',
  lineage: 'Filiation',
  lineageReading:
    'De gauche à droite\u00a0: de l’ancienne certification à celle qui la remplace. Cadre épais\u00a0: cette certification. Cadre plein\u00a0: active\u00a0; en tirets\u00a0: inactive\u00a0; en pointillés\u00a0: absente des registres.',
  lineageCounts: (certifications: string, links: string) =>
    `${certifications} certifications, ${links} remplacements.`,
  lineageTooLarge: (certifications: string, links: string) =>
    `La filiation, de ${certifications} certifications et ${links} remplacements, est trop grande pour être dessinée. Le tableau l’a tout entière.`,
  reading:
    'Chaque trait est l’intervalle à 95\u00a0%. Un signe creux est un taux peu fiable\u00a0; une croix, un taux qui n’est pas publié.',
  funnelReading:
    'Chaque cercle est une certification semblable, le losange celle-ci\u00a0; un cercle pointillé a un taux peu fiable. Lignes pleines\u00a0: limites à 99,8\u00a0%\u00a0; en tirets\u00a0: à 95\u00a0%. L’axe horizontal est le nombre de certifiés.',
  funnelLeft: (drawn: string, all: string) =>
    `Les ${drawn} premières, par code, sont dessinées, sur ${all}.`,
  missing: (code: string) =>
    `Il n’y a pas de graphique à montrer pour «\u00a0${code}\u00a0»\u00a0: rien n’est publié qui se dessine, ou la certification est inconnue`,
  medianReading: 'La ligne en tirets est la médiane des semblables, pour le taux choisi.',
};

/** Fields of years of cohorts. */
export const YEARS_FR = {
  from: 'Promotions de',
  to: 'à',
  selection: 'ou années, comme latest(3)',
};
