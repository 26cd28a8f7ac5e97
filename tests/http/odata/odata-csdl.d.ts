declare module 'odata-csdl' {
  /** Metadata of OData as CSDL JSON, from XML. */
  export function xml2json(xml: string): Record<string, unknown>;
}
