import { createHash } from 'node:crypto';
import { surveyService } from '../../src/snapshot/surveys/survey-service.ts';
import { SECRET } from './surveys.ts';

/** Bodies that have certifications: the first RNCP1, the other RNCP2. */
export const SCHOOL = '111111118';
export const OTHER = '222222226';

/** Keys by their names, which open them: two bodies, an examiner, the operator, and one without a role. */
const KEYS = [
  { name: 'school', reader: { role: 'BODY', siren: SCHOOL, name: 'school' } },
  { name: 'other', reader: { role: 'BODY', siren: OTHER, name: 'other' } },
  { name: 'alice', reader: { role: 'EXAMINER', name: 'alice' } },
  { name: 'boss', reader: { role: 'OPERATOR', name: 'boss' } },
  { name: 'plain' },
] as const;
export type KeyName = (typeof KEYS)[number]['name'];

/** Surveys that are served to these keys; RNCP2 is assigned to the examiner. */
export const servedToReaders = () => ({
  surveys: surveyService(SECRET, {
    has: (examiner: string, code: string) => examiner === 'alice' && code === 'RNCP2',
  }),
  apiKeys: KEYS.map((key) => ({
    ...key,
    sha256: createHash('sha256').update(key.name).digest('hex'),
  })),
});
