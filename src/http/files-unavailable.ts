import { DomainError } from '../domain/errors.ts';

/** Codes of the system when files cannot be written, which whoever runs the server has to mend. */
const CODES: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EIO'],
]);

/** Files cannot be written by the server; why is the cause, which the log has and clients do not get. */
export class FilesUnavailableError extends DomainError {
  override readonly name = 'FilesUnavailableError';
  readonly code = 'FILES_UNAVAILABLE';
  constructor(cause: Error) {
    super(
      {
        en: 'the server cannot write files now, as when its disk is full: ask again later; GraphQL and reports that are sent as they are made need none',
        fr: 'le serveur ne peut pas écrire de fichiers pour le moment, comme lorsque son disque est plein\u00a0: redemandez plus tard\u00a0; GraphQL et les rapports envoyés à mesure s’en passent',
      },
      { cause },
    );
  }
}

/** Writes files; what the system has against it becomes a `FilesUnavailableError`. */
export async function writingFiles<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw filesError(error);
  }
}

function filesError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  return CODES.has(code) ? new FilesUnavailableError(error) : error;
}
