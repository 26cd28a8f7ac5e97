import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { openTemporaryFolder } from '../../db/engines/temporary-folder.ts';
import { ReaderAccess } from '../../domain/access/reader-access.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import {
  BadRequestError,
  BadUserInputError,
  SurveyImportUnavailableError,
} from '../../domain/errors.ts';
import { MOST_UPLOADED_FILES } from '../../domain/survey/upload.ts';
import { SurveyFilesPageDocument } from '../../web/operations.ts';
import { contextOf, renderContent } from '../../web/render.ts';
import type { AcceptedFiles, RefusedFiles } from '../../web/surveys/outcome.ts';
import { UPLOAD_ACTIONS, UPLOAD_FIELDS, UPLOAD_PATH } from '../../web/surveys/upload-form.ts';
import { uploadResult } from '../../web/surveys/upload-result.ts';
import { clientSignal } from '../abort.ts';
import { challengeOfPage } from '../access/caller-check.ts';
import type { NoteAccess } from '../access/restricted-reads.ts';
import { UNKEPT } from '../cache/send-cached.ts';
import { sendError } from '../error-response.ts';
import { writingFiles } from '../files-unavailable.ts';
import type { Execute } from '../graphql/execution.ts';
import { operationsOf } from '../pages/page-operations.ts';
import { pageRequestOf } from '../pages/page-request.ts';
import { PAGE_POLICY } from '../pages/theme.ts';
import { isOfOwnPage } from './own-origin.ts';
import { type FormFile, receiveForm, tooManyFiles } from './receive-form.ts';
import type { ImportSurvey } from './survey-imports.ts';

/** As logs and metrics name it. */
export const SURVEY_UPLOAD = { name: 'survey upload' };

export interface SurveyUploadParts {
  /** null = nothing can be imported here. */
  readonly importSurvey: ImportSurvey | null;
  readonly execute: Execute;
  readonly noteAccess: NoteAccess;
  readonly logger: Logger;
  /** Whether callers may give keys. */
  readonly hasKeys: boolean;
}

/** Errors are shown as pages. No CORS headers: scripts of other sites may not use these addresses. */
const OWN_PAGE = { config: { page: true, cors: false } } as const;

/** Serves the address that files of surveys are sent to. */
export function registerSurveyUpload(app: FastifyInstance, parts: SurveyUploadParts): void {
  // One at a time: what is received meanwhile is bounded, on disk too.
  let isRunning = false;
  void app.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers();
    // The form is read while it arrives, by the handler.
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
    scope.addContentTypeParser('*', (_request, _payload, done) =>
      done(new BadRequestError(NO_FORM)),
    );
    scope.options(UPLOAD_PATH, OWN_PAGE, async (_own, reply) => {
      sendError(reply, { code: 'FORBIDDEN', message: OF_OTHER_SITE });
      return reply;
    });
    scope.get(UPLOAD_PATH, OWN_PAGE, async ({ url }, reply) => {
      const lang = new URLSearchParams(url.split('?', 2)[1]).get('lang');
      return reply.redirect(lang === 'en' || lang === 'fr' ? `${PAGE}?lang=${lang}` : PAGE, 303);
    });
    const onRequest = async (own: FastifyRequest, reply: FastifyReply) => {
      own.record.operation = SURVEY_UPLOAD.name;
      reply.removeHeader('access-control-allow-origin');
      reply.removeHeader('access-control-expose-headers');
      admit(own, reply, parts);
    };
    scope.post(UPLOAD_PATH, { ...OWN_PAGE, onRequest }, async (own, reply) => {
      if (parts.importSurvey === null) throw new SurveyImportUnavailableError('OFF');
      if (isRunning) throw new SurveyImportUnavailableError('RUNNING');
      isRunning = true;
      try {
        await answer(own, reply, { ...parts, importSurvey: parts.importSurvey });
      } finally {
        isRunning = false;
      }
      return reply;
    });
    ready();
  });
}

const PAGE = '/enquetes';

const NO_FORM: Bilingual = {
  en: 'files of a survey are sent as a form: a body of type multipart/form-data is accepted',
  fr: 'les fichiers d’une enquête s’envoient par un formulaire\u00a0: un corps de type multipart/form-data est accepté',
};

const OF_OTHER_SITE: Bilingual = {
  en: 'this form was sent by a page of another site, and is not accepted: send the files from the page /enquetes of this server. Behind a proxy, the operator has it pass the header Host on',
  fr: 'ce formulaire a été envoyé par une page d’un autre site, et n’est pas accepté\u00a0: envoyez les fichiers depuis la page /enquetes de ce serveur. Derrière un proxy, l’exploitant lui fait transmettre l’en-tête Host',
};

const NO_ROLE: Bilingual = {
  en: 'files of surveys are accepted of certifying bodies and of the operator: give the key of one, as the password of HTTP Basic, or its token',
  fr: 'les fichiers d’enquêtes sont acceptés des organismes certificateurs et de l’exploitant\u00a0: donnez la clé de l’un d’eux, comme mot de passe d’HTTP Basic, ou son jeton',
};

const OF_EXAMINER: Bilingual = {
  en: 'an examiner reads surveys and imports none: certifying bodies and the operator do',
  fr: 'un instructeur lit des enquêtes et n’en importe pas\u00a0: les organismes certificateurs et l’exploitant le font',
};

/** Refuses who may not send files, before anything of the body is read. */
function admit(own: FastifyRequest, reply: FastifyReply, parts: SurveyUploadParts): void {
  const { role } = own.record.reader;
  if (!isOfOwnPage(own)) {
    sendError(reply, { code: 'FORBIDDEN', message: OF_OTHER_SITE });
  } else if (role === 'PUBLIC') {
    const headers = { 'www-authenticate': challengeOfPage(parts.hasKeys) };
    sendError(reply, { code: 'UNAUTHENTICATED', message: NO_ROLE, headers });
  } else if (role === 'EXAMINER') {
    sendError(reply, { code: 'FORBIDDEN', message: OF_EXAMINER });
  }
}

type Importing = SurveyUploadParts & { readonly importSurvey: ImportSurvey };

async function answer(own: FastifyRequest, reply: FastifyReply, parts: Importing): Promise<void> {
  const { outcome, check } = await received(own, parts.importSurvey);
  const { record } = own;
  const { requestId, caller } = record;
  const access = new ReaderAccess(record.reader);
  const counts = countsOf(outcome);
  parts.logger.info(
    { requestId, caller, role: access.reader.role, check, ...counts },
    'files of a survey were received',
  );
  if (outcome.status === 'ACCEPTED') {
    record.rows = outcome.holders + outcome.answers;
    for (const { certificationCode } of outcome.reports) access.read(certificationCode);
  } else {
    record.codes = ['BAD_USER_INPUT'];
  }
  await parts.noteAccess(access, record);
  const asked = pageRequestOf(own);
  const signal = clientSignal(reply.raw);
  const ask = operationsOf(parts.execute, own, { publication: null, signal });
  const { data } = await ask(SurveyFilesPageDocument, {});
  const { theme } = reply.server;
  const content = uploadResult(outcome, contextOf(asked, PAGE, theme));
  reply
    .code(content.status ?? 200)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': asked.language,
      'content-security-policy': PAGE_POLICY,
      'cache-control': UNKEPT,
    })
    .send(renderContent(asked, { self: PAGE, theme, content, status: data.dataStatus }));
}

/** What the log has of an outcome: counts, and nothing of the files. */
function countsOf(outcome: AcceptedFiles | RefusedFiles) {
  if (outcome.status === 'REFUSED') return { reasons: Math.max(1, outcome.refusals.length) };
  const { publication, cohorts, holders, answers } = outcome;
  return { publication, cohorts, holders, answers };
}

/** Receives the files of a request and imports them; nothing is left of them on disk. */
async function received({ raw, record }: FastifyRequest, importSurvey: ImportSurvey) {
  await using temporary = await writingFiles(() => openTemporaryFolder('upload'));
  const { files, fields } = await writingFiles(() => receiveForm(raw, temporary.path));
  const check = isCheck(fields.get(UPLOAD_FIELDS.action));
  const { reader } = record;
  const outcome = await importSurvey({
    ...{ files: surveyFiles(files), mapping: await mappingOf(files), check },
    siren: reader.role === 'BODY' ? reader.siren : null,
  });
  return { outcome, check };
}

function isCheck(action: string | undefined): boolean {
  const { check, import: importing } = UPLOAD_ACTIONS;
  if (action === check || action === importing) return action === check;
  const { action: name } = UPLOAD_FIELDS;
  const given = action === undefined ? '' : `${JSON.stringify(action)} `;
  throw new BadUserInputError({
    en: `${name}: ${given || 'nothing was given, which '}is not accepted; ${check} and ${importing} are`,
    fr: `${name}\u00a0: ${given || 'rien n’est donné, ce qui '}n’est pas accepté\u00a0; ${check} et ${importing} le sont`,
  });
}

function surveyFiles(files: readonly FormFile[]): readonly FormFile[] {
  const own = files.filter(({ field }) => field === UPLOAD_FIELDS.files);
  if (own.length > MOST_UPLOADED_FILES) throw tooManyFiles();
  if (own.length > 0) return own;
  throw new BadUserInputError({
    en: `no file was sent in the field ${UPLOAD_FIELDS.files}: one at least is accepted, which is not empty`,
    fr: `aucun fichier n’est envoyé dans le champ ${UPLOAD_FIELDS.files}\u00a0: un au moins est accepté, qui ne soit pas vide`,
  });
}

/** Bytes of a mapping: a column and its values take some hundred. */
const LONGEST_MAPPING = 1_048_576;

async function mappingOf(files: readonly FormFile[]): Promise<string | null> {
  const file = files.find(({ field }) => field === UPLOAD_FIELDS.mapping);
  if (!file) return null;
  if (file.bytes <= LONGEST_MAPPING) return readFile(file.path, 'utf8');
  throw new BadUserInputError({
    en: `${UPLOAD_FIELDS.mapping}: a file of ${file.bytes} bytes is not accepted; ${LONGEST_MAPPING} are, as JSON`,
    fr: `${UPLOAD_FIELDS.mapping}\u00a0: un fichier de ${file.bytes} octets n’est pas accepté\u00a0; ${LONGEST_MAPPING} le sont, en JSON`,
  });
}
