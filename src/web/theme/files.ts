/** A file of the theme, by the address of its source. */
export interface ThemeFile {
  readonly name: string;
  readonly type: string;
  readonly source: URL;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files that pages ask for. */
export const THEME_FILES: readonly ThemeFile[] = ['style.css', 'enhance.js', 'icon.svg'].map(
  (name) => ({
    name,
    type: TYPES[name.split('.')[1] ?? ''] ?? 'application/octet-stream',
    source: new URL(`files/${name}`, import.meta.url),
  }),
);
