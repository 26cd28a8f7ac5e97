import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type LoadRequest, post } from './load.ts';
import type { BenchOperation } from './operation.ts';
import type { Register } from './register.ts';

async function documentOf({ name, document }: BenchOperation): Promise<string> {
  const saved = new URL(`../../schema/operations/${name}.graphql`, import.meta.url);
  return document ?? (await readFile(saved, 'utf8'));
}

/** What is sent to the product, to the floor, and to the product for answers that it keeps. */
export async function requestsOf(operation: BenchOperation, register: Register) {
  const { name, variables = {}, varies, kept = false } = operation;
  const query = await documentOf(operation);
  const given = varies ? await varies.values(register) : [undefined];
  const all = given.map((value) =>
    varies ? { ...variables, [varies.variable]: value } : variables,
  );
  const id = createHash('sha256').update(query).digest('hex');
  return {
    requests: all.map((each) => post(query, each)),
    floorRequests: given.map(
      (value): LoadRequest => ({
        method: 'POST',
        path: '/',
        body: JSON.stringify({ name, value }),
      }),
    ),
    keptRequests: (kept ? all : []).map((each): LoadRequest => {
      const encoded = encodeURIComponent(JSON.stringify(each));
      return { method: 'GET', path: `/graphql?documentId=sha256:${id}&variables=${encoded}` };
    }),
  };
}
