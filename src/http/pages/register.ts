import type { FastifyInstance } from 'fastify';
import { PAGES } from '../../web/pages.ts';
import { registerSurveyUpload, SURVEY_UPLOAD, type SurveyUploadParts } from '../surveys/routes.ts';
import { registerSurveyTemplate, SURVEY_TEMPLATE } from '../surveys/template-file.ts';
import { CALENDAR, registerCalendar } from './calendar.ts';
import { CHART, registerCharts } from './charts.ts';
import { DOSSIER_FILE, registerDossierFile } from './dossier-file.ts';
import type { OwnTheme } from './own-theme.ts';
import { type PageRouteParts, registerPages } from './routes.ts';
import { registerSearchFile, SEARCH_FILE, type SearchFileParts } from './search-file.ts';
import { registerSuggestions, SUGGESTIONS } from './suggestions.ts';
import { registerTheme } from './theme.ts';

/** All that is served for people who look, as logs and metrics name it. */
export const WEB: readonly { readonly name: string }[] = [
  ...[...PAGES, CALENDAR, CHART, SUGGESTIONS],
  ...[DOSSIER_FILE, SEARCH_FILE, SURVEY_UPLOAD, SURVEY_TEMPLATE],
];

export interface WebParts extends PageRouteParts, SearchFileParts, SurveyUploadParts {
  /** What the operator adds to the theme. */
  readonly ownTheme: OwnTheme;
}

/** Serves pages, and what they link to that is no report. */
export function registerWeb(app: FastifyInstance, parts: WebParts): void {
  registerTheme(app, parts.ownTheme);
  registerPages(app, parts);
  registerDossierFile(app, parts);
  registerSearchFile(app, parts);
  registerCalendar(app, parts);
  registerCharts(app, parts);
  registerSuggestions(app, parts.execute);
  registerSurveyTemplate(app);
  registerSurveyUpload(app, parts);
}
