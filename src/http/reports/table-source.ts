import type { Language } from '../../datasets/labels.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { methodName } from '../../domain/method.ts';
import { demonstrationNotice, LICENCE } from '../../domain/provenance.ts';
import { attributionOf, citationOf, currentOf, newestExport } from '../../snapshot/provenance.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { TableSource } from '../formats/format.ts';

/** Where the figures of a file come from, as the file says it. */
export function tableSourceOf(snapshot: Snapshot, asOf: string, language: Language): TableSource {
  const publication = currentOf(snapshot);
  const { id, publishedAt, demonstration } = publication;
  return {
    publication: id,
    publishedAt: publishedAt.toISOString(),
    exportedOn: newestExport(publication)?.datedOn ?? null,
    asOf,
    attribution: attributionOf(publication),
    licence: `${LICENCE.name}, ${LICENCE.url}`,
    methodVersion: methodName(snapshot.method),
    contractVersion: CONTRACTS.datasets,
    citation: citationOf(publication, snapshot.method)[language],
    notice: demonstration ? demonstrationNotice[language] : null,
  };
}
