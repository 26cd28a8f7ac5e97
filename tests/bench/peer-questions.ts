import type { Register } from './register.ts';

/** The same question to the product and to PostGraphile, and what makes their answers alike. */
export interface PeerQuestion {
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
  /** The variables that requests go through. */
  readonly variables: (register: Register) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The values of PostGraphile's answer in the shape of ours. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape
  readonly alike: (data: any) => unknown;
}

/** The rates that a cohort has as columns, in the order that the product lists them in. */
const RATES = [
  ['GLOBAL_6_MONTHS', 'global6Months'],
  ['TARGET_OCCUPATION_6_MONTHS', 'targetOccupation6Months'],
  ['TARGET_OCCUPATION_2_YEARS', 'targetOccupation2Years'],
] as const;

const IN_ORDER = '(orderBy: [PRIMARY_KEY_ASC])';

export const PEER_QUESTIONS: readonly PeerQuestion[] = [
  {
    name: 'a list of 50 with blocks and cohorts',
    ours: `{ certifications(first: 50) { nodes {
      code title level active registrationEndsOn
      blocks { code title }
      cohorts { year certified insertionRates { indicator value } }
    } } }`,
    theirs: `{ allCertificationsList(first: 50, orderBy: [REGISTER_ASC, NUMBER_ASC]) {
      code title level active registrationEndsOn
      blocks: blocksByCertificationCodeList${IN_ORDER} { code title }
      cohorts: cohortsByCertificationCodeList(orderBy: [YEAR_DESC]) {
        year certified ${RATES.map(([, column]) => column).join(' ')}
      }
    } }`,
    variables: async () => [{}],
    alike: ({ allCertificationsList }) => ({
      certifications: {
        nodes: allCertificationsList.map(
          ({ cohorts, ...rest }: { cohorts: Readonly<Record<string, unknown>>[] }) => ({
            ...rest,
            cohorts: cohorts.map((cohort) => ({
              year: cohort['year'],
              certified: cohort['certified'],
              insertionRates: RATES.map(([indicator, column]) => ({
                indicator,
                value: cohort[column],
              })),
            })),
          }),
        ),
      },
    }),
  },
  {
    name: 'one certification',
    ours: `query ($code: RegisterCode!) { certification(code: $code) {
      code title register active level registrationType validFrom registrationEndsOn
      certifiers { name siret active }
      specialities { code label }
      occupations { code label }
      formacodes { code label }
      accessRoutes { route open }
      blocks { code title }
      lineage { replaces { code title } replacedBy { code title } }
    } }`,
    theirs: `query ($code: String!) { certification: certificationByCode(code: $code) {
      code title register active level registrationType validFrom registrationEndsOn
      certifiers: certifiersByCertificationCodeList${IN_ORDER} { name siret active }
      specialities: specialitiesByCertificationCodeList${IN_ORDER} { code label }
      occupations: occupationsByCertificationCodeList${IN_ORDER} { code label }
      formacodes: formacodesByCertificationCodeList${IN_ORDER} { code label }
      accessRoutes: accessRoutesByCertificationCodeList${IN_ORDER} { route open }
      blocks: blocksByCertificationCodeList${IN_ORDER} { code title }
      replaces: replacesByCertificationCodeList${IN_ORDER} { code title }
      replacedBy: replacedBiesByCertificationCodeList${IN_ORDER} { code title }
    } }`,
    variables: async (register) => (await register.codes()).map((code) => ({ code })),
    alike: ({ certification: { replaces, replacedBy, ...rest } }) => ({
      certification: { ...rest, lineage: { replaces, replacedBy } },
    }),
  },
  {
    name: 'a filtered list with its count',
    ours: `query ($level: Int!) { certifications(first: 50,
        filter: { levels: [$level], active: true }, orderBy: [{ field: REGISTRATION_ENDS_ON }]) {
      totalCount
      nodes { code title registrationEndsOn certifiers { name } }
    } }`,
    theirs: `query ($level: Int!) { certifications: allCertifications(first: 50,
        condition: { level: $level, active: true },
        orderBy: [REGISTRATION_ENDS_ON_ASC, REGISTER_ASC, NUMBER_ASC]) {
      totalCount
      nodes {
        code title registrationEndsOn
        certifiers: certifiersByCertificationCodeList${IN_ORDER} { name }
      }
    } }`,
    variables: async () => [3, 4, 5, 6, 7].map((level) => ({ level })),
    alike: (data) => data,
  },
];
