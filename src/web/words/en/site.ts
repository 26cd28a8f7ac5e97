import type { ERROR_FR, SITE_FR, STATUS_FR } from '../fr/site.ts';

export const SITE_EN: typeof SITE_FR = {
  name: 'Débouchés',
  tagline: 'What became of the holders of professional certifications',
  skip: 'Skip to content',
  menu: 'Main menu',
  home: 'Home',
  search: 'Search',
  statistics: 'Statistics',
  comparison: 'Compare',
  dossier: 'File of reports',
  certifiers: 'Certifying bodies',
  ends: 'End dates',
  findings: 'Findings',
  changes: 'What is new',
  reports: 'Reports',
  method: 'Method',
  glossary: 'Glossary',
  graphiql: 'GraphiQL',
  surveys: 'Surveys',
  accessibility: 'Accessibility',
  otherLanguage: 'Français',
  footer: 'About these data',
};

export const STATUS_EN: typeof STATUS_FR = {
  publication: (number, day) => `Publication ${number}, register of ${day}`,
  past: (day) => `You are reading the register as it stood on ${day}.`,
  toCurrent: 'Read the register of today',
  age: (days) => `These data are ${days} days old: the register may have changed since.`,
  away: 'The database does not answer: figures are those in memory; texts and search are missing.',
  refreshFailed: 'The refresh of the register failed:',
  method: (version) => `Method ${version}`,
};

export const ERROR_EN: typeof ERROR_FR = {
  title: 'This page cannot be shown',
  notFound: 'This page does not exist',
  back: 'Back to the home page',
};
