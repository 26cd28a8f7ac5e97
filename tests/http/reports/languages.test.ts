import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import type { QuestionServer } from '../question-server.ts';
import { askReports, serveLongRegister } from './report-server.ts';

interface Told {
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly parameter: string; readonly message: string }[];
}

/** Every kind of error that a request for a report may have by its own fault. */
const WRONG: readonly (readonly [path: string, status: number])[] = [
  ['/cohorts.csv?level=9&active=maybe&as_of=2026-02-30&colour=red&profile=uk', 400],
  ['/cohorts.csv?year_from=2020&year_from=2021&certifier=12&code=&speciality=32601', 400],
  ['/cohorts.csv?year_from=2021&year_to=2020', 400],
  ['/cohorts.csv?as_of=1066-10-14', 400],
  ['/cohorts.csv?code=RNCP999999', 400],
  ['/cohorts.csv?code=hello', 400],
  ['/cohorts.csv?speciality=abcd', 400],
  ['/cohorts.csv?speciality=999', 400],
  ['/cohorts.csv?occupation=Z9999', 400],
  ['/cohorts.csv?occupation=N4999', 400],
  ['/cohorts.csv?formacode=99999', 400],
  ['/cohorts.csv?certifier=999999999', 400],
  ['/cohorts.csv?publication=99', 400],
  ['/cohorts.ods?', 404],
  ['/cohort.csv?', 404],
];

describeEachEngine('errors of reports on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    server = await serveLongRegister(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const told = async (path: string, headers: Record<string, string> = {}) => {
    const response = await askReports(server, path, headers);
    const language = response.headers.get('content-language');
    return { status: response.status, language, ...((await response.json()) as Told) };
  };
  /** The texts of an error. */
  const textsOf = ({ title, detail, errors = [] }: Told) => [
    ...[title, detail],
    ...errors.map(({ message }) => message),
  ];

  test.each(WRONG)(
    'are told in the language of labels, or of the reader: %s',
    async (path, status) => {
      const english = await told(path);
      const french = await told(path, { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.5' });
      expect([english.status, english.language]).toEqual([status, 'en']);
      expect([french.status, french.language]).toEqual([status, 'fr']);
      expect(await told(`${path}&labels=fr`)).toEqual(french);
      expect(await told(`${path}&labels=en`, { 'accept-language': 'fr' })).toEqual(english);
      expect(await told(path, { 'accept-language': 'de' })).toEqual(english);
      const pairs = textsOf(english).map((text, place) => [text, textsOf(french)[place]]);
      expect(pairs.length).toBe(textsOf(french).length);
      for (const [text, translated] of pairs) expect(translated).not.toBe(text);
      // What is refused is named in both.
      const codes = french.errors?.map(({ parameter }) => parameter);
      expect(codes).toEqual(english.errors?.map(({ parameter }) => parameter));
    },
  );

  test('name what was given and what is accepted, in French too', async () => {
    const { errors } = await told(
      '/cohorts.csv?level=9&active=peut-%C3%AAtre&couleur=rouge&labels=fr',
    );
    expect(errors).toEqual([
      {
        parameter: 'couleur',
        message: expect.stringMatching(/^n’est pas connu : code, register, .* sont acceptés$/),
      },
      { parameter: 'active', message: 'vaut "peut-être" : true ou false est accepté' },
      { parameter: 'level', message: 'vaut "9" : un nombre entier de 1 à 8 est accepté' },
    ]);
  });

  test('say in French that a format or a method is not served', async () => {
    const french = { 'accept-language': 'fr' };
    const format = await askReports(server, '/cohorts', { ...french, accept: 'image/png' });
    expect(await format.json()).toMatchObject({
      status: 406,
      detail: expect.stringContaining('peuvent être donnés'),
    });
    const posted = await askReports(server, '/cohorts.csv', french, 'POST');
    expect(await posted.json()).toMatchObject({
      title: 'Méthode refusée',
      detail: 'POST n’est pas accepté : les rapports se lisent par GET',
    });
  });
});
