/**
 * Makes the test whether a text begins with one of some prefixes. Each test takes the logarithm of
 * their number: they may be thousands, and so may the texts.
 */
export function prefixTest(prefixes: readonly string[]): (text: string) => boolean {
  // In order, and none that begins with another: the last one that is not after a text decides.
  const shortest: string[] = [];
  for (const prefix of [...prefixes].sort()) {
    const last = shortest.at(-1);
    if (last === undefined || !prefix.startsWith(last)) shortest.push(prefix);
  }
  return (text) => {
    let low = 0;
    let high = shortest.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((shortest[middle] ?? '') <= text) low = middle + 1;
      else high = middle;
    }
    const before = shortest[low - 1];
    return before !== undefined && text.startsWith(before);
  };
}
