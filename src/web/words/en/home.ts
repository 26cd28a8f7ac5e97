import type { HOME_FR } from '../fr/home.ts';

export const HOME_EN: typeof HOME_FR = {
  title: 'The registers today',
  lead: 'Professional certifications, cohorts and insertion rates, as France compétences publishes them.',
  findButton: 'Search',
  keyFigures: 'Three figures',
  active: (register, n) =>
    `active ${n === 1 ? 'certification' : 'certifications'} in the ${register}`,
  of: (count) => `of ${count} fiches`,
  registers: 'Both registers',
  register: 'Register',
  activeColumn: 'Active',
  fiches: 'Fiches',
  blocks: 'Blocks',
  exported: 'Export of',
  byYear: 'Insertion rates by year of the cohort',
  byLevel: 'Insertion rates by level',
  level: 'Level',
  withoutLevel: 'Without level',
  ends: 'Registrations that end within twelve months',
  endsLead: (count, n) =>
    `The registration of ${count} active ${n === 1 ? 'certification' : 'certifications'} ends within twelve months.`,
  filingPassed: (count) => `The recommended filing date has passed for ${count} of them.`,
  month: 'Month',
  ofWhichLate: 'filing date passed',
  overdue: 'Overdue figures',
  overdueLead: (count, n) =>
    `${count} active ${n === 1 ? 'certification owes' : 'certifications owe'} a global rate at 6 months.`,
  seeOverdue: 'See these certifications',
  findings: 'Findings to look at',
  rule: 'Finding',
  number: 'Number',
  changes: 'Since the publication before',
  changesNone: 'Nothing changed, or history begins here.',
  changesAway: 'Changes can be read when the database answers.',
};
