/** Text that may stand between two tags: its `&`, `<` and `>` are entities already. */
export type XmlText = string & { readonly __brand: 'XmlText' };

/** Escapes `&`, `<` and `>`: the only entities of the export. */
export function xmlText(text: string): XmlText {
  return (
    /[&<>]/.test(text)
      ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      : text
  ) as XmlText;
}

const MARGINS = Array.from({ length: 8 }, (_, depth) => '  '.repeat(depth));

/** One line `<NAME>text</NAME>`, two spaces per depth; nothing for null: absent is absent. */
export function element(depth: number, name: string, text: XmlText | number | null): string {
  return text === null ? '' : `${MARGINS[depth]}<${name}>${text}</${name}>\n`;
}

/** An element that holds others, already written; nothing when it would be empty. */
export function group(depth: number, name: string, content: string): string {
  return content === ''
    ? ''
    : `${MARGINS[depth]}<${name}>\n${content}${MARGINS[depth]}</${name}>\n`;
}
