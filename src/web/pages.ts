import { certificationPage } from './certification/page.ts';
import { homePage } from './home/page.ts';
import type { AnyPage } from './page.ts';
import { searchPage } from './search/page.ts';

/** Every page, in the order of the menu. */
export const PAGES: readonly AnyPage[] = [homePage, searchPage, certificationPage];
