export const SITE_FR = {
  name: 'Débouchés',
  tagline: 'Ce que deviennent les titulaires des certifications professionnelles',
  skip: 'Aller au contenu',
  menu: 'Menu principal',
  home: 'Accueil',
  search: 'Recherche',
  statistics: 'Statistiques',
  comparison: 'Comparer',
  dossier: 'Dossier',
  certifiers: 'Certificateurs',
  ends: 'Échéances',
  findings: 'Anomalies',
  changes: 'Nouveautés',
  reports: 'Rapports',
  method: 'Méthode',
  glossary: 'Glossaire',
  graphiql: 'GraphiQL',
  surveys: 'Enquêtes',
  accessibility: 'Accessibilité',
  otherLanguage: 'English',
  footer: 'À propos de ces données',
};

export const STATUS_FR = {
  publication: (number: string, day: string) => `Publication ${number}, registre du ${day}`,
  past: (day: string) => `Vous lisez le registre tel qu’il était le ${day}.`,
  toCurrent: 'Lire le registre du jour',
  age: (days: string) => `Ces données ont ${days} jours\u00a0: le registre a pu changer depuis.`,
  away: 'La base de données ne répond pas\u00a0: les chiffres sont ceux qui sont en mémoire\u00a0; les textes et la recherche manquent.',
  refreshFailed: 'La mise à jour du registre a échoué\u00a0:',
  method: (version: string) => `Méthode ${version}`,
};

export const ERROR_FR = {
  title: 'Cette page ne peut pas être montrée',
  notFound: 'Cette page n’existe pas',
  back: 'Revenir à l’accueil',
};
