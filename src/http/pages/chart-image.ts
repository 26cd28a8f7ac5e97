import { fileURLToPath } from 'node:url';
import { BadUserInputError } from '../../domain/errors.ts';
import { createFairQueue } from '../fair-queue.ts';
import type { FairTurns, Payer } from '../fair-turns.ts';

/** Pixels that an image may be wide, and is when nothing is said. */
export const WIDTHS = { least: 320, most: 2400, usual: 1440 } as const;

/** Pixels that an image is high at most: what is longer is less wide, and takes 40 MB while it is drawn. */
const MOST_HEIGHT = 4000;

/** Text of a drawing on white, in the fonts that come with the program: a server may have none. */
const FAMILY = 'Chart Sans';
const FONTS = [
  import.meta.resolve('@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf'),
];
const INK = '#1d2430';

/** Reads the parameter `width`. Throws `BadUserInputError` for what is no width of an image. */
export function readWidth(text: string | null): number {
  if (!text) return WIDTHS.usual;
  const width = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (width >= WIDTHS.least && width <= WIDTHS.most) return width;
  const { least, most } = WIDTHS;
  throw new BadUserInputError({
    en: `width: ${JSON.stringify(text)} is not a width of an image: ${least} to ${most} pixels are accepted`,
    fr: `width : ${JSON.stringify(text)} n’est pas une largeur d’image : ${least} à ${most} pixels sont acceptés`,
  });
}

/** What an image is drawn for. */
export interface ImageRequest {
  readonly width: number;
  readonly account: Payer;
  readonly signal: AbortSignal;
}

/** Draws a chart as PNG; null where the package that draws has none for this platform. */
export type DrawPng = (svg: string, request: ImageRequest) => Promise<Buffer | null>;

/**
 * Makes what draws images, one at a time. Drawing takes some 5 ms in the turn of the client; packing
 * the pixels 40 to 130 ms, beside the event loop. The client is charged with both.
 */
export function createPngs(turns: FairTurns): DrawPng {
  const queue = createFairQueue(1);
  let canvas: Promise<typeof import('@napi-rs/canvas') | null> | null = null;
  return async (svg, { width, account, signal }) => {
    canvas ??= loadCanvas();
    const library = await canvas;
    if (library === null) return null;
    const draw = async () => {
      const { text, size } = sized(svg, width);
      const image = await library.loadImage(Buffer.from(text));
      const drawn = turns.timed(account, () => {
        const paper = library.createCanvas(size.width, size.height);
        const pen = paper.getContext('2d');
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, size.width, size.height);
        pen.drawImage(image, 0, 0);
        return paper;
      });
      const from = performance.now();
      const png = await drawn.encode('png');
      account.spend(performance.now() - from);
      return png;
    };
    return queue.inTurn(account, draw, signal);
  };
}

/** Loads what draws, with the fonts: 35 MB of machine code, which a server without images does without. */
async function loadCanvas() {
  const library = await import('@napi-rs/canvas').catch(() => null);
  for (const font of library ? FONTS : []) {
    library?.GlobalFonts.registerFromPath(fileURLToPath(font), FAMILY);
  }
  return library;
}

/** A drawing in its size in pixels, with font and colour: its root has `width` and `height`. */
function sized(svg: string, width: number) {
  const [root = ''] = /<svg [^>]*>/.exec(svg) ?? [];
  const length = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(root)?.[1]);
  const own = { width: length('width'), height: length('height') };
  const scale = Math.min(width / own.width, MOST_HEIGHT / own.height);
  const size = {
    width: Math.max(1, Math.round(own.width * scale)),
    height: Math.max(1, Math.round(own.height * scale)),
  };
  const scaled = root
    .replace(/ width="[^"]*"/, ` width="${size.width}"`)
    .replace(/ height="[^"]*"/, ` height="${size.height}"`)
    .replace('<svg ', `<svg font-family="${FAMILY}" color="${INK}" `);
  return { text: svg.replace(root, () => scaled), size };
}
