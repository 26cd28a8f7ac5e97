/** What pages look like, and what they call themselves: the theme of the product, and what an operator adds. */
export interface Theme {
  /** The name of the site in place of the product's; null = that. */
  readonly name: string | null;
  /** The address of a file, which changes with its content. */
  readonly asset: (file: string) => string;
  /** Addresses of style sheets, the last of which has the last word. */
  readonly styles: readonly string[];
  readonly icon: string;
  /** Address of an image before the name; null without one. */
  readonly logo: string | null;
}
