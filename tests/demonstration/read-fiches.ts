import { SaxesParser } from 'saxes';

/** An element of the export, without its attributes: there are none. */
export interface Element {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

/**
 * Reads chunks of XML with a strict parser: the fiches, and every path that occurs.
 *
 * - Throws at the first thing that is not well-formed.
 */
export function readFiches(chunks: Iterable<string>): { fiches: Element[]; paths: Set<string> } {
  const root: Element = { name: '', text: '', children: [] };
  const open: Element[] = [root];
  const names: string[] = [];
  const paths = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const element: Element = { name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    names.push(name);
    paths.add(names.join('/'));
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
    names.pop();
  });
  for (const chunk of chunks) parser.write(chunk);
  parser.close();
  const fiches = root.children[0]?.children.filter(({ name }) => name === 'FICHE') ?? [];
  return { fiches, paths };
}

/** The elements at a path below an element, `A/B`. */
export function all(element: Element, path: string): Element[] {
  let found = [element];
  for (const step of path.split('/')) {
    found = found.flatMap(({ children }) => children.filter(({ name }) => name === step));
  }
  return found;
}

/** The text of the first element at a path, or null. */
export function textAt(element: Element, path: string): string | null {
  return all(element, path)[0]?.text ?? null;
}
