import { xmlAttribute, xmlText } from '../../domain/xml-text.ts';

/** An element of XML: a text, or elements within. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** Makes an element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

/** An element as XML, each of those within it on a line. */
export function elementText({ name, attributes, content }: XmlElement, indent = ''): string {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`);
  const head = `${indent}<${name}${own.join('')}`;
  if (typeof content === 'string') return `${head}>${xmlText(content)}</${name}>\n`;
  if (content.length === 0) return `${head}/>\n`;
  const within = content.map((each) => elementText(each, `${indent}  `));
  return `${head}>\n${within.join('')}${indent}</${name}>\n`;
}
