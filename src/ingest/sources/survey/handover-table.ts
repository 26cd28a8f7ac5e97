import { RefusedFileError } from '../../../domain/errors.ts';
import { type DiskFile, diskBytes } from '../disk-file.ts';
import { HANDOVER_HEADER, HandoverPassages } from './handover-passages.ts';
import type { SurveyBatch, SurveyTable } from './survey-table.ts';
import { readXml } from './xml-pieces.ts';

/** 2 GiB: five times 200,000 passages of 2 KB. */
const LARGEST_FILE = 2 * 1024 ** 3;

/**
 * Reads the XML file that certifying bodies hand over to the Caisse des Dépôts (accrochage) as a
 * table whose columns are fields of the roster. Names, dates of birth and all else that it holds are never
 * kept, not for a message either.
 *
 * - Throws `RefusedFileError` for another XML file; `rows` for one that is malformed or truncated,
 *   has a DOCTYPE, asks for a deletion, has a value that its XSD does not allow, or no passage.
 */
export async function openHandoverTable(file: DiskFile): Promise<SurveyTable> {
  const { path, name, bytes } = file;
  if (bytes > LARGEST_FILE) {
    throw new RefusedFileError(
      `${name} has ${bytes} bytes: an XML file of at most ${LARGEST_FILE} bytes is accepted`,
    );
  }
  const root = new HandoverPassages(name);
  for await (const _ of readXml(diskBytes(path, name, bytes), name, root)) {
    if (root.isRootRead) break;
  }
  const notices: string[] = [];
  return {
    ...{ kind: 'HANDOVER', name, sheet: null, otherSheets: [], header: HANDOVER_HEADER, notices },
    rows: () => readPassages(file, notices),
  };
}

async function* readPassages(
  { path, name, bytes }: DiskFile,
  notices: string[],
): AsyncGenerator<SurveyBatch> {
  notices.length = 0;
  const passages = new HandoverPassages(name);
  for await (const _ of readXml(diskBytes(path, name, bytes), name, passages)) {
    const batch = passages.take();
    if (batch.rows.length > 0) yield { ...batch, numeric: null };
  }
  const { count, notFinal, withoutRegion } = passages;
  if (count === 0) {
    throw new RefusedFileError(
      `${name} holds no passage (passageCertification): nothing to import`,
    );
  }
  if (notFinal > 0) {
    notices.push(
      `${name}: ${notFinal} of ${count} passages were left out, whose data is not final (donneeCertifiee is false)`,
    );
  }
  if (withoutRegion > 0) {
    notices.push(
      `${name}: ${withoutRegion} of ${count} passages have a postal code of no French region (codePostalCentreExamen): their region is not known`,
    );
  }
}
