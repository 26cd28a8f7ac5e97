import type { FicheBlock } from '../../../domain/certification/fiche.ts';
import { BLOCK_HEADING, foldLine, linesText } from './fiche-page-sections.ts';

/**
 * How a cell of assessment modes begins, after a number or a bullet: with the candidates it is
 * about, with « modalités », or with the kind of test. A skill begins with a verb or with its own
 * number (A1, C2…).
 */
const ASSESSMENT =
  /^(?:\d{1,2}\s?[/.)°-]\s*|[-–•●*]\s*)?(?:pour les candidats|candidats? issus?|modalites? (?:d'evaluation|de certification|de validation)|evaluations?\s*:|epreuves? (?:ecrite|orale|pratique|finale|professionnelle)|mises? en situation professionnelle|etudes? de cas|cas pratiques?|controle continu|examens? (?:ecrit|oral|final)|soutenance)/;

const COLUMNS = "liste de competences modalites d'evaluation";

/**
 * Parts the body of a block into its two cells. Copied with tabs, the cells are known. Without,
 * the second cell begins at the first line, after some text, that reads as assessment modes; when
 * there is none, everything stays in the skills.
 */
function cellsOf(body: readonly string[]): { skills: string | null; assessment: string | null } {
  const header = body.findIndex((line) => foldLine(line) === COLUMNS);
  const lines = body.filter((_, index) => index !== header);
  const tabbed = header >= 0 && body[header]?.includes('\t');
  const text = lines.join('\n');
  const tab = tabbed ? text.indexOf('\t') : -1;
  if (tab >= 0) {
    return {
      skills: linesText(text.slice(0, tab).split('\n')),
      assessment: linesText(text.slice(tab + 1).split('\n')),
    };
  }
  const first = lines.findIndex((line) => line.trim() !== '');
  const second = lines.findIndex(
    (line, index) => index > first && ASSESSMENT.test(foldLine(line.slice(0, 200))),
  );
  return second < 0
    ? { skills: linesText(lines), assessment: null }
    : { skills: linesText(lines.slice(0, second)), assessment: linesText(lines.slice(second)) };
}

/** The competency blocks: each begins with a line `RNCP…BC01 - title`. */
export function blocksOf(lines: readonly string[]): FicheBlock[] {
  const starts = lines.flatMap((line, index) => (BLOCK_HEADING.test(line) ? [index] : []));
  return starts.flatMap((start, index) => {
    const [, code, title] = BLOCK_HEADING.exec(lines[start] ?? '') ?? [];
    if (!code || !title) return [];
    const { skills, assessment } = cellsOf(lines.slice(start + 1, starts[index + 1]));
    return {
      code: code.toUpperCase(),
      title: title.trim(),
      skills,
      assessmentModes: assessment,
      entryPrerequisites: null,
      validationPrerequisites: null,
    };
  });
}
