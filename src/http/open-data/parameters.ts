import type { FastifyReply } from 'fastify';
import { type Parameter, parseParameters } from '../../datasets/parameter.ts';
import { sendProblem } from '../error-response.ts';
import { wrongParameters } from '../problem.ts';

/** What an address of open data may be asked. */
const PARAMETERS = {
  sha256: {
    name: 'sha256',
    description: {
      fr: 'SHA-256 du fichier, tel que le manifeste le donne : l’adresse donne alors ces octets, ou une erreur.',
      en: 'SHA-256 of the file, as the manifest has it: the address then gives these bytes, or an error.',
    },
    kind: {
      type: 'TEXT',
      pattern: /^[\da-f]{64}$/,
      accepted: {
        en: '64 hexadecimal digits, in lower case,',
        fr: '64 chiffres hexadécimaux, en minuscules,',
      },
    },
    ...{ many: false, example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  },
  page: {
    name: 'page',
    description: {
      fr: 'Numéro de la page du catalogue.',
      en: 'Number of the page of the catalogue.',
    },
    kind: { type: 'INTEGER', from: 1, to: 1000 },
    ...{ many: false, otherwise: 1, example: '2' },
  },
  lang: {
    name: 'lang',
    description: {
      fr: 'Textes dans cette langue seulement ; dans les deux sans ce paramètre.',
      en: 'Texts in this language alone; in both without.',
    },
    kind: { type: 'CHOICE', of: ['fr', 'en'] },
    ...{ many: false, example: 'fr' },
  },
} as const satisfies Record<string, Parameter>;

/** What a request asks, by names that are accepted; null where a problem was sent. */
export function asked(reply: FastifyReply, names: readonly (keyof typeof PARAMETERS)[]) {
  const query = new URLSearchParams(reply.request.url.split('?')[1]);
  query.delete('key');
  const { values, problems } = parseParameters(
    names.map((name) => PARAMETERS[name]),
    query,
  );
  if (problems.length === 0) return values;
  sendProblem(reply, wrongParameters(problems));
  return null;
}
