import type { Attack } from './attack.ts';
import { DOCUMENT_ATTACKS } from './documents.ts';
import { FILE_ATTACKS } from './files.ts';
import { QUESTION_ATTACKS } from './questions.ts';
import { SOCKET_ATTACKS } from './sockets.ts';

/** What a client may do to a server, each for some seconds. */
export const ATTACKS: readonly Attack[] = [
  ...DOCUMENT_ATTACKS,
  ...QUESTION_ATTACKS,
  ...FILE_ATTACKS,
  ...SOCKET_ATTACKS,
];
