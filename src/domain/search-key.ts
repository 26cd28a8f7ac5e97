/**
 * A text without accents, case, ligatures or doubled spaces: what titles are sorted and matched
 * by. « L’Œuvre d’Été » gives `l'oeuvre d'ete`. The same on every database engine, since none
 * takes part. Folding a folded text changes nothing.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[‘’‛ʼ＇]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
