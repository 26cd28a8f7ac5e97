import { CERTIFICATION_FR } from './fr/certification.ts';
import { CHART_FR, RATE_FR } from './fr/figures.ts';
import { HOME_FR } from './fr/home.ts';
import { SEARCH_FR } from './fr/search.ts';
import { ERROR_FR, SITE_FR, STATUS_FR } from './fr/site.ts';

/** What pages say in French, by page, where it is not the label of a measure, a dimension or a code. */
export const FR = {
  site: SITE_FR,
  status: STATUS_FR,
  error: ERROR_FR,
  rate: RATE_FR,
  chart: CHART_FR,
  home: HOME_FR,
  search: SEARCH_FR,
  certification: CERTIFICATION_FR,
};
