import { parseConfig } from '../src/config.ts';
import { ERRORS } from '../src/http/errors.ts';
import { allRequestLimits } from '../src/http/ops/request-limits.ts';

/** Between these lines docs/operations.md has the table. */
const BEGIN = '<!-- The limits of requests, by npm run generate -->';
const END = '<!-- Up to here -->';

/** The page with the table of all limits of requests as they are by default. */
export function withLimits(page: string): string {
  const begin = page.indexOf(BEGIN) + BEGIN.length;
  return `${page.slice(0, begin)}\n${table()}\n${page.slice(page.indexOf(END))}`;
}

function table(): string {
  const rows = allRequestLimits(parseConfig({})).map(({ name, value, text, code }) => {
    const past = code === null ? '' : `${ERRORS[code].status} \`${code}\``;
    return `| \`${name}\` | ${value} | ${text.en.replace(/\.$/, '')} | ${past} |`;
  });
  return `| limit | value | what it bounds | past it |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}
