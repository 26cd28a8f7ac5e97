import { ACCESSIBILITY_FR } from './fr/accessibility.ts';
import { CERTIFICATION_FR } from './fr/certification.ts';
import { CERTIFIER_FR } from './fr/certifier.ts';
import { CHANGES_FR } from './fr/changes.ts';
import { COMPARISON_FR } from './fr/comparison.ts';
import { DOSSIER_FR } from './fr/dossier.ts';
import { ENDS_FR } from './fr/ends.ts';
import { CHART_FR, RATE_FR, YEARS_FR } from './fr/figures.ts';
import { FINDINGS_FR } from './fr/findings.ts';
import { GAPS_FR } from './fr/gaps.ts';
import { HOME_FR } from './fr/home.ts';
import { GLOSSARY_FR, METHOD_FR } from './fr/method.ts';
import { PROFILE_FR, REPORTS_FR } from './fr/reports.ts';
import { SEARCH_FR } from './fr/search.ts';
import { SHEET_FR } from './fr/sheet.ts';
import { ERROR_FR, SITE_FR, STATUS_FR } from './fr/site.ts';
import { STATISTICS_FR } from './fr/statistics.ts';
import { SURVEYS_FR } from './fr/surveys.ts';

/** What pages say in French, by page, where it is not the label of a measure, a dimension or a code. */
export const FR = {
  site: SITE_FR,
  status: STATUS_FR,
  error: ERROR_FR,
  rate: RATE_FR,
  chart: CHART_FR,
  years: YEARS_FR,
  home: HOME_FR,
  search: SEARCH_FR,
  certification: CERTIFICATION_FR,
  statistics: STATISTICS_FR,
  comparison: COMPARISON_FR,
  dossier: DOSSIER_FR,
  sheet: SHEET_FR,
  gaps: GAPS_FR,
  certifier: CERTIFIER_FR,
  ends: ENDS_FR,
  findings: FINDINGS_FR,
  changes: CHANGES_FR,
  reports: REPORTS_FR,
  profile: PROFILE_FR,
  method: METHOD_FR,
  glossary: GLOSSARY_FR,
  surveys: SURVEYS_FR,
  accessibility: ACCESSIBILITY_FR,
};
