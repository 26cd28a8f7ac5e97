import { ACCESSIBILITY_EN } from './en/accessibility.ts';
import { CERTIFICATION_EN } from './en/certification.ts';
import { CERTIFIER_EN } from './en/certifier.ts';
import { CHANGES_EN } from './en/changes.ts';
import { COMPARISON_EN } from './en/comparison.ts';
import { DOSSIER_EN } from './en/dossier.ts';
import { ENDS_EN } from './en/ends.ts';
import { CHART_EN, RATE_EN, YEARS_EN } from './en/figures.ts';
import { FINDINGS_EN } from './en/findings.ts';
import { GAPS_EN } from './en/gaps.ts';
import { HOME_EN } from './en/home.ts';
import { GLOSSARY_EN, METHOD_EN } from './en/method.ts';
import { PROFILE_EN, REPORTS_EN } from './en/reports.ts';
import { SEARCH_EN } from './en/search.ts';
import { SHEET_EN } from './en/sheet.ts';
import { ERROR_EN, SITE_EN, STATUS_EN } from './en/site.ts';
import { STATISTICS_EN } from './en/statistics.ts';
import { SURVEYS_EN } from './en/surveys.ts';
import type { FR } from './fr.ts';

/** What pages say in English. */
export const EN: typeof FR = {
  site: SITE_EN,
  status: STATUS_EN,
  error: ERROR_EN,
  rate: RATE_EN,
  chart: CHART_EN,
  years: YEARS_EN,
  home: HOME_EN,
  search: SEARCH_EN,
  certification: CERTIFICATION_EN,
  statistics: STATISTICS_EN,
  comparison: COMPARISON_EN,
  dossier: DOSSIER_EN,
  sheet: SHEET_EN,
  gaps: GAPS_EN,
  certifier: CERTIFIER_EN,
  ends: ENDS_EN,
  findings: FINDINGS_EN,
  changes: CHANGES_EN,
  reports: REPORTS_EN,
  profile: PROFILE_EN,
  method: METHOD_EN,
  glossary: GLOSSARY_EN,
  surveys: SURVEYS_EN,
  accessibility: ACCESSIBILITY_EN,
};
