/** A node of a graph: its properties are prefixed names, as in `dct:title`. Without `@id` it is blank. */
export interface LinkedNode {
  readonly '@id'?: string;
  readonly '@type'?: string | readonly string[];
  readonly [property: string]: LinkedValue | undefined;
}

/** A text in a language, or one of a type. */
export interface LinkedLiteral {
  readonly '@value': string;
  readonly '@language'?: string;
  readonly '@type'?: string;
}

export type LinkedValue =
  | string
  | LinkedNode
  | LinkedLiteral
  | readonly (string | LinkedNode | LinkedLiteral)[];

/** What prefixes of names stand for. */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A graph as JSON-LD, with all that it needs to be read in it. */
export function jsonLd(node: LinkedNode): string {
  return `${JSON.stringify({ '@context': PREFIXES, ...node }, null, 2)}\n`;
}

/** The same graph in Turtle. */
export async function turtle(root: LinkedNode): Promise<string> {
  // Read when it is first asked for.
  const { DataFactory, Writer } = await import('n3');
  const { blankNode, literal, namedNode, quad } = DataFactory;
  const writer = new Writer({ prefixes: PREFIXES });
  const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
  const add = (node: LinkedNode): ReturnType<typeof namedNode | typeof blankNode> => {
    const { '@id': id, '@type': types = [], ...properties } = node;
    const subject = id === undefined ? blankNode() : namedNode(id);
    for (const each of [types].flat()) {
      writer.addQuad(quad(subject, type, namedNode(expanded(each))));
    }
    for (const [property, values] of Object.entries(properties)) {
      for (const value of [values ?? []].flat() as (string | LinkedNode | LinkedLiteral)[]) {
        writer.addQuad(quad(subject, namedNode(expanded(property)), termOf(value)));
      }
    }
    return subject;
  };
  const termOf = (value: string | LinkedNode | LinkedLiteral) => {
    if (typeof value === 'string') return literal(value);
    if (!isLiteral(value)) return add(value);
    const { '@value': text, '@language': language, '@type': datatype } = value;
    return datatype === undefined
      ? literal(text, language)
      : literal(text, namedNode(expanded(datatype)));
  };
  add(root);
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)));
  });
}

function isLiteral(value: LinkedNode | LinkedLiteral): value is LinkedLiteral {
  return '@value' in value;
}

/** A prefixed name in full. */
function expanded(name: string): string {
  const [prefix = '', ...rest] = name.split(':');
  const known = PREFIXES[prefix as keyof typeof PREFIXES];
  if (known === undefined) throw new Error(`no prefix of ${name}`);
  return known + rest.join(':');
}
