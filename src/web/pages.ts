import { accessibilityPage } from './accessibility/page.ts';
import { certificationPage } from './certification/page.ts';
import { certifiersPage } from './certifier/list.ts';
import { certifierPage } from './certifier/page.ts';
import { changesPage } from './changes/page.ts';
import { comparisonPage } from './comparison/page.ts';
import { dossierPage } from './dossier/page.ts';
import { endsPage } from './ends/page.ts';
import { findingsPage } from './findings/page.ts';
import { gapsPage } from './gaps/page.ts';
import { homePage } from './home/page.ts';
import { glossaryPage } from './method/glossary.ts';
import { methodPage } from './method/page.ts';
import type { AnyPage } from './page.ts';
import { profilePage } from './profile/page.ts';
import { reportsPage } from './reports/page.ts';
import { searchPage } from './search/page.ts';
import { statisticsPage } from './statistics/page.ts';
import { surveysPage } from './surveys/page.ts';

/** Every page, in the order of the menu. */
export const PAGES: readonly AnyPage[] = [
  homePage,
  searchPage,
  certificationPage,
  statisticsPage,
  comparisonPage,
  dossierPage,
  gapsPage,
  certifiersPage,
  certifierPage,
  endsPage,
  findingsPage,
  changesPage,
  surveysPage,
  reportsPage,
  profilePage,
  methodPage,
  glossaryPage,
  accessibilityPage,
];
