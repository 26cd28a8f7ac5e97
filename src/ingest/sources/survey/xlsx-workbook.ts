import { posix } from 'node:path';
import { RefusedFileError } from '../../../domain/errors.ts';
import type { XlsxArchive } from './xlsx-archive.ts';
import { readXml, type XmlHandler } from './xml-pieces.ts';

/** Where the parts of a workbook are; paths within the archive. */
export interface XlsxWorkbook {
  /** Visible sheets with cells, in order; at least one. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether its days are counted from 1 January 1904. */
  readonly is1904: boolean;
}

interface Relation {
  /** The last part of its type: `worksheet`, `styles`, whichever edition of the standard names it. */
  readonly type: string;
  readonly part: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a small part of a workbook, by what its tags say. */
async function readTags(
  archive: XlsxArchive,
  part: string,
  open: (tag: string, attributes: Attributes) => void,
): Promise<void> {
  const handler: XmlHandler = { open, text() {}, close() {} };
  for await (const _ of readXml(archive.read(part), `${archive.name}, ${part},`, handler)) {
    // Everything is told to the handler.
  }
}

/** The relations of a part by their ids; none where it has no list of them. */
async function relationsOf(
  archive: XlsxArchive,
  part: string,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(list)) return relations;
  await readTags(archive, list, (tag, attributes) => {
    const { Id, Type, Target, TargetMode } = attributes as Readonly<
      Partial<Record<'Id' | 'Type' | 'Target' | 'TargetMode', string>>
    >;
    if (tag !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
    const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
    relations.set(Id, { type: Type.replace(/^.*\//, ''), part: path });
  });
  return relations;
}

function partOf(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  return [...relations.values()].find((relation) => relation.type === type)?.part ?? null;
}

/**
 * Reads where the parts of a workbook are.
 *
 * - Throws `RefusedFileError` for a workbook with macros, one without a visible sheet with cells, another
 *   file of Office.
 */
export async function readWorkbook(archive: XlsxArchive): Promise<XlsxWorkbook> {
  const { name } = archive;
  const book = partOf(await relationsOf(archive, ''), 'officeDocument');
  if (book === null || !archive.has(book)) {
    throw new RefusedFileError({
      en: `${name} is a zip and no workbook: an XLSX file is accepted`,
      fr: `${name} est un zip et pas un classeur\u00a0: un fichier XLSX est accepté`,
    });
  }
  await refuseOtherContent(archive, book);
  const relations = await relationsOf(archive, book);
  const sheets: XlsxWorkbook['sheets'][number][] = [];
  let is1904 = false;
  await readTags(archive, book, (tag, attributes) => {
    if (tag === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(attributes['date1904'] ?? '');
    if (tag !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
    const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1];
    const relation = relations.get(id ?? '');
    // A sheet may be a chart.
    if (relation?.type !== 'worksheet') return;
    sheets.push({ name: attributes['name'] ?? '', part: relation.part });
  });
  if (sheets.length === 0) {
    throw new RefusedFileError({
      en: `${name} has no visible sheet: a workbook whose first visible sheet holds the rows is accepted`,
      fr: `${name} n’a aucune feuille visible\u00a0: un classeur dont la première feuille visible contient les lignes est accepté`,
    });
  }
  return {
    ...{ sheets, is1904 },
    sharedStrings: partOf(relations, 'sharedStrings'),
    styles: partOf(relations, 'styles'),
  };
}

/** Refuses macros, and documents and presentations, which are zips of the same kind. */
async function refuseOtherContent(archive: XlsxArchive, book: string): Promise<void> {
  const types: string[] = [];
  await readTags(archive, '[Content_Types].xml', (tag, attributes) => {
    const part = (attributes['PartName'] ?? '').slice(1).toLowerCase();
    const type = (attributes['ContentType'] ?? '').toLowerCase();
    if (tag === 'Override' && part === book.toLowerCase()) types.push(type);
    if (type === 'application/vnd.ms-office.vbaproject') types.push(type);
  });
  if (types.some((type) => /macroenabled|vbaproject/.test(type))) {
    throw new RefusedFileError({
      en: `${archive.name} is a workbook with macros (XLSM): save it as “Excel workbook (.xlsx)”, which has none`,
      fr: `${archive.name} est un classeur à macros (XLSM)\u00a0: enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0», qui n’en a pas`,
    });
  }
  if (types.some((type) => /wordprocessingml|presentationml/.test(type))) {
    throw new RefusedFileError({
      en: `${archive.name} is a document or a presentation: an XLSX file is accepted`,
      fr: `${archive.name} est un document ou une présentation\u00a0: un fichier XLSX est accepté`,
    });
  }
}
