import { SaxesParser } from 'saxes';

/** An element of a document, with its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The root of a document; one that is not well formed is a failure. */
export function parseXml(document: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const own = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name: uri === ATOM ? name : `{${uri}}${name}`, children: [], text: '' };
    const made = { ...element, attributes: Object.fromEntries(own) };
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  const [only, ...more] = root.children;
  if (!only || more.length > 0) throw new Error('a document has one root');
  return only;
}

/** Elements of Atom have no prefix here; others have their namespace. */
const ATOM = 'http://www.w3.org/2005/Atom';

/** The children of a name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the only child of a name. */
export function textOf(element: XmlElement, name: string): string {
  const [only, ...more] = childrenOf(element, name);
  if (!only || more.length > 0) throw new Error(`${element.name} has not one ${name}`);
  return only.text;
}
