import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { FairTurns, Share } from '../../src/http/fair-turns.ts';
import { createPngs } from '../../src/http/pages/chart-image.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { serveQuestionRegister } from './web-server.ts';

/** Width and height of a PNG, and how many pixels it has of each colour. */
async function pixelsOf(png: ArrayBuffer | Buffer) {
  const image = await loadImage(Buffer.from(png as ArrayBuffer));
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const colours = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = Buffer.from(data.slice(at, at + 4)).toString('hex');
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const count = (colour: string) => colours.get(colour) ?? 0;
  return { size: [image.width, image.height], count };
}

describe('charts as PNG', () => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openMigratedPglite();
    server = await serveQuestionRegister(database);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });

  test.each([
    // Lines of 18 pixels: title, three series, two for how it is read, two for the source; and margins.
    ['national', 'width=720', [720, 300 + 18 * 8 + 16]],
    ['promotions', 'code=RNCP101', [1440, 2 * (300 + 18 * 8 + 16)]],
    ['filiation', 'code=RNCP101&width=320', [320, null]],
    ['statistiques', 'par=LEVEL&width=2400', [2400, null]],
  ])('%s?%s has the width that is asked for', async (name, query, [width, height]) => {
    const response = await get(`/charts/${name}.png?${query}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    const { size } = await pixelsOf(await response.arrayBuffer());
    expect(size).toEqual([width, height ?? size[1]]);
  });

  test('it is dark on white, with the colours of the series and the text', async () => {
    const { count, size } = await pixelsOf(
      await (await get('/charts/promotions.png?code=RNCP101')).arrayBuffer(),
    );
    const [width = 0, height = 0] = size;
    expect(count('ffffffff') / (width * height)).toBeGreaterThan(0.9);
    expect(count('005a9cff')).toBeGreaterThan(300);
    expect(count('1d2430ff')).toBeGreaterThan(300);
  });

  test('who has it is not sent it again; another width is another image', async () => {
    const first = await get('/charts/promotions.png?code=RNCP101&width=400');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/charts/promotions.png?code=RNCP101&width=400', {
      'if-none-match': etag,
    });
    expect([again.status, again.headers.get('cache-control')]).toEqual([
      304,
      first.headers.get('cache-control'),
    ]);
    const wider = await get('/charts/promotions.png?code=RNCP101&width=401', {
      'if-none-match': etag,
    });
    expect(wider.status).toBe(200);
  });

  test.each(['319', '2401', 'large', '1e3', '-400', '400.5'])(
    'the width %s is not accepted, and what is told',
    async (width) => {
      const response = await get(`/charts/national.png?width=${width}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('320 to 2400 pixels are accepted');
    },
  );

  test('what there is no chart of is 404, and a bad parameter 400', async () => {
    expect((await get('/charts/promotions.png?code=RNCP999')).status).toBe(404);
    expect((await get('/charts/promotions.png?code=x')).status).toBe(400);
    expect((await get('/charts/none.png')).status).toBe(404);
  });

  test('many at once are all drawn', async () => {
    const widths = Array.from({ length: 20 }, (_, at) => 320 + at);
    const images = await Promise.all(
      widths.map(async (width) => {
        const response = await get(`/charts/national.png?width=${width}`);
        return (await pixelsOf(await response.arrayBuffer())).size[0];
      }),
    );
    expect(images).toEqual(widths);
  });
});

test('a drawing that is long is less wide than asked; its client is charged; who left is not drawn for', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="10000" viewBox="0 0 100 10000"><rect width="100" height="10000" fill="#f00"/></svg>';
  let spent = 0;
  const account = {
    ...{ client: new Share(), connection: new Share() },
    spend: (milliseconds: number) => {
      spent += milliseconds;
    },
  };
  const draw = createPngs(new FairTurns());
  const { signal } = new AbortController();
  const png = await draw(svg, { width: 2400, account, signal });
  const { size, count } = await pixelsOf(png ?? Buffer.alloc(0));
  expect([size, count('ff0000ff')]).toEqual([[40, 4000], 160_000]);
  expect(spent).toBeGreaterThan(0);
  const gone = AbortSignal.abort(new Error('gone'));
  await expect(draw(svg, { width: 2400, account, signal: gone })).rejects.toThrow('gone');
});
