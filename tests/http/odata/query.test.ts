import { describe, expect, test } from 'vitest';
import { address, odataServer } from './odata-server.ts';

const server = odataServer();

/** Codes of certifications for which a filter holds. */
async function codes(filter: string, more: Readonly<Record<string, string>> = {}) {
  const rows = await server.rows(
    address('certifications', { $filter: filter, $select: 'certification_code', ...more }),
  );
  return rows.map((row) => row['certification_code']);
}

describe('$filter', () => {
  test.each<[string, readonly string[]]>([
    ["certification_code eq 'RNCP101'", ['RNCP101']],
    ["level eq 7 or certification_code eq 'RS200'", ['RNCP160', 'RS200']],
    ['level eq null and active eq true', ['RNCP140', 'RS200']],
    ['not (level ne null) and not active', ['RS201']],
    ["abbreviation in ('TP','BTS')", ['RNCP101', 'RNCP120']],
    ["tolower(abbreviation) eq 'bts'", ['RNCP120', 'RNCP121']],
    ["contains(title,'gestion') and level le 4", ['RNCP130']],
    ["startswith(title,'Développeur ') and endswith(title,'3')", ['RNCP113']],
    ["length(title) eq 7 and indexof(title,'ager') eq 3", ['RNCP160']],
    ["substring(title,0,4) eq 'Mana'", ['RNCP160']],
    ["concat(concat(certification_code,' '),title) eq 'RNCP160 Manager'", ['RNCP160']],
    ['registration_ends_on lt 2026-12-31 and active', ['RNCP130']],
    ['year(registration_ends_on) eq 2031 and month(registration_ends_on) eq 8', ['RNCP121']],
    ['day(registration_ends_on) eq 15', ['RNCP130']],
    // 60 of a base of 50, as the questions have it.
    ['pooled_global_6_months eq 60', ['RNCP101']],
    // RNCP140: (40 · 88 + 50 · 90) / 90 = 89.1.
    ['pooled_global_6_months mul 2 ge 178', ['RNCP115', 'RNCP116', 'RNCP140']],
    ['-pooled_global_6_months lt -94', ['RNCP116']],
    ['level add 1 sub 1 eq 14 div 2', ['RNCP160']],
    ['level mod 2 eq 1 and level gt 6', ['RNCP160']],
    ['level divby 2 eq 3.5', ['RNCP160']],
    ['level div 2 eq 3 and level ne 6', ['RNCP160']],
    [
      'round(pooled_global_6_months divby 10) eq 9 and pooled_global_6_months lt 90',
      ['RNCP114', 'RNCP140'],
    ],
    ['registration_ends_on gt null', []],
    ['level lt 100 eq false and active', ['RNCP140', 'RS200']],
  ])('%s', async (filter, expected) => {
    expect(await codes(filter)).toEqual(expected);
  });

  test('aliases stand for values, and for nothing when they are not given', async () => {
    expect(await codes('level eq @level', { '@level': '7' })).toEqual(['RNCP160']);
    expect(await codes('level eq @level and active')).toEqual(['RNCP140', 'RS200']);
  });

  test('long texts are read from the database and filtered too', async () => {
    const rows = await server.rows(
      address('blocks', {
        $filter: "contains(assessment_modes,'Mise') and position ge 1",
        $select: 'block_code,assessment_modes',
      }),
    );
    expect(rows).toEqual([{ block_code: 'RNCP101BC02', assessment_modes: 'Mise en situation' }]);
  });

  test('now is the moment of the request, and the answer is kept by nobody', async () => {
    const response = await server.get(
      address('certifications', { $filter: 'registration_ends_on lt date(now())', $top: '1' }),
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect((await response.json()).value[0].certification_code).toBe('RNCP100');
  });

  test.each<[string, string]>([
    ['levle eq 1', 'the nearest names are level'],
    ["level eq '6'", 'compares Edm.Int32 with Edm.String'],
    ['level eq 6 and', 'ends too early'],
    ['level eqq 6', '"eqq" is not expected at character 7'],
    ['title', 'Edm.Boolean is accepted'],
    ["substringof('x',title)", 'the nearest names are substring'],
    ['contains(level,1)', 'contains(Edm.String, Edm.String) is accepted'],
    ['registration_ends_on eq 2026-02-30', 'no day or moment'],
    ['registration_ends_on gt 2026-01-01T00:00:00Z', 'date(…) makes a day'],
  ])('%s is refused: %s', async (filter, words) => {
    const error = await server.error(address('certifications', { $filter: filter }));
    expect(error).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', target: '$filter' });
    expect(error.message).toContain(words);
  });

  test('what is too deep or too long is refused before it is read', async () => {
    const deep = `${'('.repeat(101)}true${')'.repeat(101)}`;
    const chain = `level${' add 1'.repeat(101)} eq 1`;
    const long = `level in (${Array(2_001).fill('1').join(',')})`;
    for (const [filter, words] of [
      [deep, 'nested 101 deep'],
      [chain, 'nested'],
      [long, '4000 are accepted'],
    ] as const) {
      const error = await server.error(address('certifications', { $filter: filter }));
      expect(error).toMatchObject({ status: 400, code: 'QUERY_TOO_COMPLEX', target: '$filter' });
      expect(error.message).toContain(words);
    }
    const many = Array.from({ length: 500 }, (_, n) => `level eq ${n}`).join(' or ');
    expect((await codes(many, { $top: '1' })).length).toBe(1);
  });
});

describe('$orderby', () => {
  test('absent values come first, and last where it descends; ties stay as they were', async () => {
    const of = async (order: string) =>
      (
        await server.rows(
          address('certifications', { $orderby: order, $select: 'certification_code,level' }),
        )
      ).map((row) => [row['level'], row['certification_code']]);
    expect((await of('level')).slice(0, 4)).toEqual([
      [null, 'RNCP140'],
      [null, 'RS200'],
      [null, 'RS201'],
      [4, 'RNCP130'],
    ]);
    expect((await of('level desc,certification_code desc')).map(([level]) => level)).toEqual([
      ...[7, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 4, null, null, null],
    ]);
    expect((await of('length(title) desc,title'))[0]).toEqual([5, 'RNCP121']);
  });

  test('a long text orders nothing', async () => {
    const error = await server.error(address('blocks', { $orderby: 'skills' }));
    expect(error.message).toContain('skills is a long text');
  });
});

describe('$search', () => {
  test.each<[string, readonly string[]]>([
    ['developpeur', ['RNCP100', 'RNCP111', 'RNCP112', 'RNCP113', 'RNCP114', 'RNCP115', 'RNCP116']],
    ['"comptabilite ET gestion" NOT renove', ['RNCP120']],
    ['manager OR dirigeant', ['RNCP140', 'RNCP160']],
    ['(manager OR dirigeant) AND institut', ['RNCP140']],
    ['nothing-of-the-kind', []],
  ])('%s', async (search, expected) => {
    const rows = await server.rows(address('certifications', { $search: search }));
    expect(rows.map((row) => row['certification_code'])).toEqual(expected);
  });
});

describe('$select, $top, $skip and $count', () => {
  test('give the properties, the rows and the number that are asked for', async () => {
    const body = await server.json(
      address('certifications', {
        ...{ $select: 'title,certification_code', $top: '2', $skip: '1', $count: 'true' },
      }),
    );
    expect(body).toMatchObject({ '@odata.count': 15 });
    expect(body['@odata.context']).toMatch(
      /\/odata\/\$metadata#certifications\(certification_code,title\)$/,
    );
    expect(body.value).toEqual([
      { certification_code: 'RNCP101', title: 'Concepteur de logiciels' },
      { certification_code: 'RNCP111', title: 'Développeur 1' },
    ]);
    expect(body['@odata.nextLink']).toBeUndefined();
    expect((await server.json('certifications?$top=0&$count=true')).value).toEqual([]);
  });

  test('the dollar sign may be left out, and the case is of no account', async () => {
    const rows = await server.rows('certifications?FILTER=level%20EQ%207&select=title&$Top=5');
    expect(rows).toEqual([{ title: 'Manager' }]);
  });

  test('rows are counted alone as text', async () => {
    const response = await server.get('certifications/$count?$filter=level%20eq%206');
    expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(await response.text()).toBe('8');
    expect(await (await server.get('survey_rates/$count')).text()).toBe('0');
  });

  test('all problems are told at once', async () => {
    const response = await server.get('certifications?$top=x&$expand=a&$select=titel&bogus=1');
    expect(response.status).toBe(400);
    const { error } = await response.json();
    expect(error.details.map(({ target }: { target: string }) => target).toSorted()).toEqual([
      ...['$expand', '$select', '$top', 'bogus'],
    ]);
  });
});

describe('$apply', () => {
  test('groups and sums what adds up', async () => {
    // 2023: 20 + 6 · 30 + 9 + 100 of the RNCP, 80 of the RS.
    const rows = await server.rows(
      address('cohorts', {
        $apply:
          'filter(year eq 2023)/groupby((register),aggregate(certified with sum as heads,$count as n,global_6_months with max as most))',
      }),
    );
    expect(rows).toEqual([
      {
        ...{ register: 'RNCP', heads: 309, n: 9, most: 95 },
        ...{ 'heads@odata.type': '#Decimal', 'n@odata.type': '#Decimal' },
      },
      {
        ...{ register: 'RS', heads: 80, n: 1, most: null },
        ...{ 'heads@odata.type': '#Decimal', 'n@odata.type': '#Decimal' },
      },
    ]);
  });

  test('its rows are filtered, ordered and cut like any', async () => {
    const rows = await server.rows(
      address('cohorts', {
        $apply:
          'groupby((year),aggregate(certified with sum as heads,certification_code with countdistinct as n))',
        ...{ $filter: 'heads gt 60', $orderby: 'heads desc', $top: '1', $select: 'year,n' },
      }),
    );
    expect(rows).toEqual([
      { 'year@odata.type': '#Int32', year: 2023, 'n@odata.type': '#Decimal', n: 10 },
    ]);
  });

  test('the rate of rows is made of what adds up', async () => {
    const rows = await server.rows(
      address('insertion_rate', {
        $apply:
          "filter(certification_code eq 'RNCP101' and indicator eq 'GLOBAL_6_MONTHS')/aggregate(weighted with sum as w,base with sum as b)",
      }),
    );
    // (20 · 50 + 20 · 70 + 10 · 60) / 50 = 60.
    expect(rows).toMatchObject([{ w: 3_000, b: 50 }]);
  });

  test.each<[string, string, string]>([
    ['insertion_rate', 'aggregate(rate with average as m)', 'sum(weighted) / sum(base)'],
    ['cohorts', 'aggregate(global_6_months with average as m)', 'global_6_months_base'],
    ['insertion_rates', 'aggregate(rate with sum as m)', 'of insertion_rate'],
    ['insertion_by_occupation', 'aggregate(certified with sum as m)', 'does not add up'],
    ['cohorts', 'aggregate(certified with median as m)', 'is no method'],
    ['cohorts', 'groupby((yaer))', 'the nearest names are year'],
    ['blocks', 'groupby((skills))', 'long text'],
  ])('of %s %s is refused: %s', async (set, apply, words) => {
    const error = await server.error(address(set, { $apply: apply }));
    expect(error).toMatchObject({ status: 400, target: '$apply' });
    expect(error.message).toContain(words);
  });
});
