import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../datasets/labels.ts';
import { MODEL_FORMS } from '../../datasets/model/forms.ts';
import { type Parameter, parseParameters } from '../../datasets/parameter.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { isKnown } from '../cache/etag.ts';
import { preferredEncoding, preferredLanguage, preferredMediaType } from '../cache/negotiation.ts';
import { ReadyText } from '../cache/ready-text.ts';
import { revalidated, sendDirectly, sendNotModified, serverTiming } from '../cache/send-cached.ts';
import { sendProblem } from '../error-response.ts';
import { originOf } from '../origin.ts';
import { type Problem, wrongParameters } from '../problem.ts';
import { formNamed, writtenForm } from './written-form.ts';

/** As logs and metrics name them. */
export const MODELS = { name: 'models' };

const LANG: Parameter = {
  name: 'lang',
  description: {
    fr: 'Langue des noms\u00a0; sans ce paramètre, celle d’Accept-Language, sinon le français.',
    en: 'Language of the names; that of Accept-Language, else French, without.',
  },
  kind: { type: 'CHOICE', of: ['fr', 'en'] },
  ...{ many: false, example: 'en' },
};

/** Tables, columns and keys of the model are those of `bi`. */
const CONTRACT = { 'x-contract-version': CONTRACTS.bi };

/** `/models`: the semantic model in the forms that tools open, and a list of them. */
export function registerModels(app: FastifyInstance): void {
  const list = new ReadyText(JSON.stringify(listOfForms()), { headers: CONTRACT });
  for (const path of ['/models', '/models/']) {
    app.get(path, async (request, reply) => {
      request.record.operation = MODELS.name;
      const type = preferredMediaType(request.headers, ['application/json', 'text/html']);
      // A browser is shown the section of the page, which says what each is for.
      if (type === 'text/html') reply.header('vary', 'accept').redirect('/rapports#models', 303);
      else await list.send(reply);
      return reply;
    });
  }
  app.get('/models/:file', async (request, reply) => {
    request.record.operation = MODELS.name;
    await sendForm(request, reply);
    return reply;
  });
}

function listOfForms() {
  return {
    models: MODEL_FORMS.map(({ name, title, description }) => ({
      ...{ name, title, description, address: `/models/${name}`, languages: ['fr', 'en'] },
    })),
  };
}

async function sendForm(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { headers, record } = request;
  const { file } = request.params as { readonly file: string };
  const form = formNamed(file);
  if (!form) return sendProblem(reply, unknownForm(file));
  const url = originOf(request);
  if (url === '') return sendProblem(reply, NO_ADDRESS);
  const language = languageOf(request);
  if (typeof language !== 'string') return sendProblem(reply, language);
  const sent = await writtenForm(form, { language, url }, preferredEncoding(headers));
  const validity = {
    ...{ ...CONTRACT, etag: sent.etag, 'cache-control': revalidated(record) },
    ...{ 'content-language': language, vary: 'accept-encoding, accept-language' },
    'server-timing': serverTiming(record),
  };
  if (isKnown(headers, sent)) sendNotModified(reply, validity);
  else sendDirectly(reply, sent, validity);
}

function languageOf({ url, headers }: FastifyRequest): Language | Problem {
  const query = new URLSearchParams(url.split('?', 2)[1]);
  // A key is no matter of the model, and is written into none.
  query.delete('key');
  const { values, problems } = parseParameters([LANG], query);
  if (problems.length > 0) return wrongParameters(problems);
  const { lang } = values;
  return lang === 'fr' || lang === 'en'
    ? lang
    : preferredLanguage(headers['accept-language'], 'fr');
}

function unknownForm(file: string): Problem {
  const given = JSON.stringify(file);
  const names = MODEL_FORMS.map(({ name }) => name).join(', ');
  return {
    ...{ status: 404, code: 'NOT_FOUND' },
    detail: {
      en: `${given} is not a form of the model: /models has ${names}`,
      fr: `${given} n’est pas une forme du modèle : /models a ${names}`,
    },
  };
}

const NO_ADDRESS: Problem = {
  ...{ status: 400, code: 'BAD_REQUEST' },
  detail: {
    en: 'the header Host is no name or address, and files name the server by it: ask by a name such as debouches.example',
    fr: 'l’en-tête Host n’est ni un nom ni une adresse, et les fichiers nomment le serveur par lui : demandez par un nom comme debouches.example',
  },
};
