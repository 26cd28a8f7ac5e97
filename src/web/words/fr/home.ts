export const HOME_FR = {
  title: 'Les registres aujourd’hui',
  lead: 'Certifications professionnelles, promotions et taux d’insertion, tels que France compétences les publie.',
  findButton: 'Chercher',
  keyFigures: 'Trois chiffres',
  active: (register: string, n: number) =>
    `${n < 2 ? 'certification active' : 'certifications actives'} au ${register}`,
  of: (count: string) => `sur ${count} fiches`,
  registers: 'Les deux registres',
  register: 'Registre',
  activeColumn: 'Actives',
  fiches: 'Fiches',
  blocks: 'Blocs',
  exported: 'Export du',
  byYear: 'Taux d’insertion par année de promotion',
  byLevel: 'Taux d’insertion par niveau',
  level: 'Niveau',
  withoutLevel: 'Sans niveau',
  ends: 'Fins d’enregistrement dans les douze mois',
  endsLead: (count: string, n: number) =>
    n < 2
      ? `${count} certification active voit son enregistrement prendre fin dans les douze mois.`
      : `${count} certifications actives voient leur enregistrement prendre fin dans les douze mois.`,
  filingPassed: (count: string) =>
    `La date de dépôt recommandée est passée pour ${count} d’entre elles.`,
  month: 'Mois',
  ofWhichLate: 'dont dépôt passé',
  overdue: 'Chiffres en retard',
  overdueLead: (count: string, n: number) =>
    `${count} ${n < 2 ? 'certification active doit' : 'certifications actives doivent'} un taux d’insertion global à 6 mois.`,
  seeOverdue: 'Voir ces certifications',
  findings: 'Anomalies à regarder',
  rule: 'Anomalie',
  number: 'Nombre',
  changes: 'Depuis la publication précédente',
  changesNone: 'Rien n’a changé, ou l’historique commence ici.',
  changesAway: 'Les changements se lisent quand la base de données répond.',
};
