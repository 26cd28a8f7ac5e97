/** What is asked of a publication, by name: one fiche, a page of a list, a search, a statistic. */
const QUESTIONS: Readonly<Record<string, string>> = {
  card: 'certification(code: "RNCP35001"AT) { title objectives cohorts { year certified } }',
  list: 'certifications(first: 50AT) { totalCount nodes { title level } }',
  search:
    'certifications(first: 20, filter: { search: "gestion" }AT) { totalCount nodes { title } }',
  statistics:
    'insertionStatistics(groupBy: [YEAR]AT) { groups { summary { rates { indicator value } } } }',
};

/** The questions as operations about a publication; about the newest without its number. */
export function questionsOf(publication: number | null): [name: string, operation: string][] {
  const at = publication === null ? '' : `, publication: ${publication}`;
  return Object.entries(QUESTIONS).map(([name, question]) => [
    name,
    `{ ${question.replace('AT', at)} }`,
  ]);
}
