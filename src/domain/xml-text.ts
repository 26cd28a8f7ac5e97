const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};

/** Text within XML 1.0, which has no place for control characters and halves of characters. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
}

/** The same for an attribute in double quotes, whose ends of lines stay. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;');
}
