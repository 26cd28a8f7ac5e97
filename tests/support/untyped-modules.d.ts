declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  import type { Store } from 'n3';

  /** Reads CSV as statements, by its description as statements. */
  class CsvwParser {
    constructor(options: { readonly metadata: Store; readonly baseIRI: string });
    import(input: Readable): AsyncIterable<unknown>;
  }
  // biome-ignore lint/style/noDefaultExport: as the library has it
  export default CsvwParser;
}

declare module 's3rver' {
  /** A storage of the protocol of S3, in a folder. */
  class S3rver {
    constructor(options: {
      readonly port: number;
      readonly address: string;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly {
        readonly name: string;
        readonly configs: readonly [];
      }[];
    });
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
  // biome-ignore lint/style/noDefaultExport: as the library has it
  export default S3rver;
}
