/** An object of a file of TMDL. */
export interface TmdlNode {
  readonly kind: string;
  readonly name: string | null;
  readonly description: string;
  /** null where the object has none. */
  expression: string | null;
  readonly properties: Map<string, string | null>;
  readonly children: TmdlNode[];
}

/** Objects that the grammar of TMDL names here, and whether each has a name. */
const KINDS = new Map<string, boolean>([
  ...['model', 'table', 'column', 'measure', 'partition', 'relationship', 'expression'].map(
    (kind) => [kind, true] as const,
  ),
  ...['annotation', 'cultureInfo', 'ref table', 'ref cultureInfo'].map(
    (kind) => [kind, true] as const,
  ),
  ...['database', 'dataAccessOptions', 'translations'].map((kind) => [kind, false] as const),
]);

/** Properties that are true by being there. */
const FLAGS = [
  ...['isHidden', 'isKey', 'discourageImplicitMeasures', 'legacyRedirects'],
  'returnErrorValuesAsNull',
];

const HEAD =
  /^(ref table|ref cultureInfo|\w+)(?: ('(?:[^']|'')+'|[A-Za-z_][\w-]*))?( =(?: (.+))?)?$/;

/** Reads a file of TMDL; a line that the grammar has not is a failure. */
export function readTmdl(text: string): TmdlNode[] {
  if (!text.endsWith('\n') || text.includes('\r')) throw new Error('lines end in line feeds');
  const lines = text.slice(0, -1).split('\n');
  const root: TmdlNode = made('root', null, '');
  const open: TmdlNode[] = [root];
  let said: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const depth = /^\t*/.exec(line)?.[0].length ?? 0;
    const rest = line.slice(depth);
    if (/^\s|\s$/.test(rest)) throw new Error(`${at + 1}: spaces at an end: ${rest}`);
    if (depth >= open.length) throw new Error(`${at + 1}: too deep: ${rest}`);
    if (rest.startsWith('/// ')) {
      said.push(rest.slice(4));
      continue;
    }
    const parent = open[depth] as TmdlNode;
    const property = /^(\w+):(?: (.+))$/.exec(rest);
    const head = HEAD.exec(rest);
    if (property || FLAGS.includes(rest)) {
      if (said.length > 0) throw new Error(`${at + 1}: a description of a property`);
      put(parent, property?.[1] ?? rest, property?.[2] ?? null);
      continue;
    }
    const [, kind = '', quoted, assigned, expression] = head ?? [];
    const block: string[] = [];
    if (assigned !== undefined && expression === undefined) {
      // Lines of an expression stand two levels deeper.
      while ((lines[at + 1] ?? '').startsWith('\t'.repeat(depth + 2))) {
        block.push((lines[++at] ?? '').slice(depth + 2));
      }
      if (block.length === 0) throw new Error(`${at + 1}: an expression without lines`);
    }
    if (head && KINDS.has(kind)) {
      if (KINDS.get(kind) !== (quoted !== undefined)) throw new Error(`${at + 1}: name of ${kind}`);
      const node = made(kind, quoted === undefined ? null : unquoted(quoted), said.join('\n'));
      if (assigned !== undefined) node.expression = expression ?? block.join('\n');
      said = [];
      parent.children.push(node);
      open.splice(depth + 1, Number.POSITIVE_INFINITY, node);
    } else if (kind === 'source' && block.length > 0) {
      put(parent, 'source', block.join('\n'));
    } else {
      throw new Error(`${at + 1}: not of the grammar: ${rest}`);
    }
  }
  return root.children;
}

function made(kind: string, name: string | null, description: string): TmdlNode {
  return { kind, name, description, expression: null, properties: new Map(), children: [] };
}

function put({ properties, children }: TmdlNode, name: string, value: string | null): void {
  if (properties.has(name)) throw new Error(`${name} is there twice`);
  if (children.length > 0) throw new Error(`${name} stands behind an object`);
  properties.set(name, value);
}

/** A name as it is, without its quotes. */
function unquoted(name: string): string {
  if (!name.startsWith("'")) return name;
  const inner = name.slice(1, -1).replaceAll("''", "'");
  if (/^[A-Za-z_]\w*$/.test(inner)) throw new Error(`${name} needs no quotes`);
  return inner;
}

/** The names of a reference to a column: `Table.'A column'`. */
export function columnReference(text: string): readonly [table: string, column: string] {
  const part = `('(?:[^']|'')+'|[A-Za-z_][\\w-]*)`;
  const [, table = '', column = ''] = new RegExp(`^${part}\\.${part}$`).exec(text) ?? [];
  if (!column) throw new Error(`${text} is no column`);
  return [unquoted(table), unquoted(column)];
}
