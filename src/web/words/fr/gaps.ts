export const GAPS_FR = {
  title: 'Écarts entre taux global et taux dans le métier visé',
  lead: 'Les promotions où les titulaires en emploi à 6 mois sont le plus souvent hors du métier visé. Un grand écart peut tenir au hasard d’un petit effectif, ou à un métier qui ouvre sur d’autres.',
  fewest: 'Certifiés au moins',
  show: 'Montrer',
  found: (count: string, n: number) =>
    `${count} ${n < 2 ? 'promotion a' : 'promotions ont'} les deux taux`,
  none: 'Aucune promotion n’a les deux taux\u00a0: l’export des registres ne porte pas le taux dans le métier visé à 6 mois.',
  gap: 'Écart, en points',
  link: 'Écarts entre taux global et taux dans le métier visé',
};
