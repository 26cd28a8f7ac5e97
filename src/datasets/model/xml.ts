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
export function xmlText({ name, attributes, content }: XmlElement, indent = ''): string {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const head = `${indent}<${name}${own.join('')}`;
  if (typeof content === 'string') return `${head}>${escaped(content)}</${name}>\n`;
  if (content.length === 0) return `${head}/>\n`;
  const within = content.map((each) => xmlText(each, `${indent}  `));
  return `${head}>\n${within.join('')}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' },
};

/** A text within XML 1.0, which has no place for control characters and halves of characters. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? '');
}
