/** One object of TMDL: its kind and name, what is said of it, and what it has. */
export interface TmdlObject {
  /** `table`, `column`, `ref table`. */
  readonly kind: string;
  /** null of an object that its kind names. */
  readonly name: string | null;
  readonly description?: string;
  /** Lines of its expression. */
  readonly expression?: readonly string[];
  readonly properties?: readonly TmdlProperty[];
  readonly children?: readonly TmdlObject[];
}

/** A property with its value; null of one that is true by being there; lines of an expression. */
export type TmdlProperty = readonly [name: string, value: string | null | readonly string[]];

/** Objects as a file of the Tabular Model Definition Language: tabs are its indentation. */
export function tmdlText(objects: readonly TmdlObject[]): string {
  return `${objects.map((object) => linesOf(object, 0).join('\n')).join('\n\n')}\n`;
}

function linesOf(object: TmdlObject, depth: number): string[] {
  const { kind, name, description, expression, properties = [], children = [] } = object;
  const at = '\t'.repeat(depth);
  const head = `${at}${kind}${name === null ? '' : ` ${tmdlName(name)}`}`;
  return [
    ...(description ? folded(description).map((line) => `${at}/// ${line}`) : []),
    ...declared(head, expression, depth),
    ...properties.flatMap(([property, value]) => propertyLines(property, value, depth + 1)),
    ...children.flatMap((child) => ['', ...linesOf(child, depth + 1)]),
  ];
}

/** A declaration, and its expression: behind it, or two levels deeper where it has several lines. */
function declared(head: string, expression: readonly string[] | undefined, depth: number) {
  if (!expression) return [head];
  if (expression.length === 1) return [`${head} = ${expression[0]}`];
  return [`${head} =`, ...expression.map((line) => `${'\t'.repeat(depth + 2)}${line}`)];
}

function propertyLines(name: string, value: TmdlProperty[1], depth: number): string[] {
  const at = '\t'.repeat(depth);
  if (value === null) return [`${at}${name}`];
  if (typeof value === 'string') return [`${at}${name}: ${folded(value).join(' ')}`];
  return [`${at}${name} =`, ...value.map((line) => `${'\t'.repeat(depth + 2)}${line}`)];
}

/** A text of one line each. */
function folded(text: string): string[] {
  return text.split(/[\r\n]+/).filter((line) => line !== '');
}

/** A name as TMDL has it: in quotes unless it is one word of letters and digits. */
export function tmdlName(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
