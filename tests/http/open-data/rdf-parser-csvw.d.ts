declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  import type { DatasetCore } from '@rdfjs/types';

  /** Reads CSV as statements, by its description as statements. */
  class CsvwParser {
    constructor(options: { readonly metadata: DatasetCore; readonly baseIRI: string });
    import(input: Readable): AsyncIterable<unknown>;
  }
  // biome-ignore lint/style/noDefaultExport: as the library has it
  export default CsvwParser;
}
