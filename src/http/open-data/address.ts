import type { Problem } from '../problem.ts';
import type { FileFormat, Manifest, PublishedFile } from './manifest.ts';
import { FILE_FORMATS, tablesOf } from './manifest.ts';

/** Ways to write the catalogue, by the ending of their addresses. */
export const CATALOGUE_TYPES = {
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
} as const;
export type CatalogueFormat = keyof typeof CATALOGUE_TYPES;

/** What an address of open data asks for, below that of a publication or of the site. */
export type OpenDataAddress =
  | { readonly kind: 'MANIFEST' }
  | { readonly kind: 'DATA_PACKAGE' }
  | { readonly kind: 'CSVW' }
  /** null = as the client prefers. */
  | { readonly kind: 'CATALOGUE'; readonly format: CatalogueFormat | null }
  | { readonly kind: 'FILE'; readonly file: string }
  | { readonly kind: 'CSVW_TABLE'; readonly file: string };

const METADATA = '-metadata.json';

/** Reads what follows `/publications/12/`; null of what is served at no publication. */
export function addressBelow(rest: string): OpenDataAddress | null {
  switch (rest) {
    case 'manifest.json':
      return { kind: 'MANIFEST' };
    case 'datapackage.json':
      return { kind: 'DATA_PACKAGE' };
    case 'csvw.json':
      return { kind: 'CSVW' };
    case 'catalog':
      return { kind: 'CATALOGUE', format: null };
    case 'catalog.jsonld':
      return { kind: 'CATALOGUE', format: 'jsonld' };
    case 'catalog.ttl':
      return { kind: 'CATALOGUE', format: 'ttl' };
  }
  const [, file = ''] = /^files\/([^/]+)$/.exec(rest) ?? [];
  if (file.endsWith(`.csv${METADATA}`)) {
    return { kind: 'CSVW_TABLE', file: file.slice(0, -METADATA.length) };
  }
  return file === '' ? null : { kind: 'FILE', file };
}

/** The file of a name, `cohorts.csv`; a problem where the publication has none such. */
export function fileNamed(manifest: Manifest, name: string): PublishedFile | Problem {
  const found = manifest.files.find(({ path }) => path === `files/${name}`);
  return found ?? noSuchFile(manifest, name);
}

function noSuchFile(manifest: Manifest, name: string): Problem {
  const [table = '', ending] = [name.split('.', 1)[0], name.slice(name.indexOf('.') + 1)];
  const tables = tablesOf(manifest).map((each) => each.table);
  const at = `/publications/${manifest.publication}/files/`;
  if (tables.includes(table)) {
    const known = FILE_FORMATS.map((format: FileFormat) => `${at}${table}.${format}`).join(', ');
    return {
      ...{ status: 404, code: 'NOT_FOUND' },
      detail: {
        en: `there is no file ${JSON.stringify(name)}, for ${JSON.stringify(ending)} is no format of whole files: ${known} are there`,
        fr: `il n’y a pas de fichier ${JSON.stringify(name)}, car ${JSON.stringify(ending)} n’est pas un format de fichier entier : il y a ${known}`,
      },
    };
  }
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `there is no file ${JSON.stringify(name)} of publication ${manifest.publication}: tables are ${tables.join(', ')}, each in ${FILE_FORMATS.join(', ')}; ${at.slice(0, -6)}manifest.json lists all`,
      fr: `il n’y a pas de fichier ${JSON.stringify(name)} de la publication ${manifest.publication} : les tables sont ${tables.join(', ')}, chacune en ${FILE_FORMATS.join(', ')} ; ${at.slice(0, -6)}manifest.json les donne toutes`,
    },
  };
}
