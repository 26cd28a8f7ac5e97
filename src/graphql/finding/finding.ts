import type {
  FindingRule as Rule,
  FindingSeverity as Severity,
} from '../../domain/findings/finding.ts';
import { checkKnown } from '../../snapshot/filter/known-codes.ts';
import { type FindingFilter as Filter, findingMask } from '../../snapshot/findings.ts';
import { findingList } from '../../snapshot/list/lists.ts';
import { FindingRow } from '../../snapshot/rows/finding-row.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, pageComplexity } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { IntRange, rangeOf } from '../core/ranges.ts';
import { PublicationRef } from '../publication/publication.ts';
import { SourceRef } from '../publication/source.ts';

export const FindingRule = builder.enumType('FindingRule', {
  description: 'What is wrong with the data; docs/method.md#findings explains each.',
  values: {
    REFUSED_FICHE: { description: 'ERROR. A fiche that could not be read, and is not served.' },
    REFUSED_VALUE: { description: 'ERROR. A value that could not be read, and is left empty.' },
    INVALID_RATE: {
      description: 'ERROR. A rate that is no number from 0 to 100, and is left empty.',
    },
    DUPLICATE_FICHE: { description: 'ERROR. A fiche that is given twice: the first is served.' },
    DUPLICATE_COHORT_YEAR: {
      description: 'ERROR. A cohort (promotion) that a fiche gives twice: the first is served.',
    },
    INVALID_SIRET: {
      description: 'WARNING. A SIRET whose check digit is wrong: it is served as given.',
    },
    SOURCES_DISAGREE: {
      description: 'WARNING. Two sources give different figures: the stronger one is served.',
    },
    RATE_ON_RS: {
      description: 'WARNING. An insertion rate (taux d’insertion) on a certification of the RS.',
    },
    TARGET_ABOVE_GLOBAL: {
      description:
        'WARNING. A rate in the target occupation (métier visé) above the global one at 6 months.',
    },
    IMPOSSIBLE_RATES: {
      description: 'WARNING. Rates that no whole numbers of persons among the certified can give.',
    },
    VAE_ABOVE_CERTIFIED: { description: 'WARNING. More certified through VAE than certified.' },
    IMPLAUSIBLE_COHORT_YEAR: {
      description: 'WARNING. A cohort of a year before 1970, or after that of the data.',
    },
    PUBLISHED_BEFORE_OBSERVABLE: {
      description: 'WARNING. A rate that was published before it could be observed.',
    },
    ACTIVE_FLAG_CONTRADICTS_END: {
      description: 'WARNING. A flag (ACTIF) that says other than the end date (date d’échéance).',
    },
    UNKNOWN_LEVEL: {
      description:
        'WARNING. A level that is not in the vocabulary, or none on an active one of the RNCP.',
    },
    DUPLICATE_BLOCK_CODE: {
      description: 'WARNING. Two blocks (blocs de compétences) of one fiche with the same code.',
    },
    MISSING_CERTIFIER: {
      description: 'WARNING. An active certification without a certifier (certificateur) in force.',
    },
    PERFECT_RATE_ON_LARGE_COHORT: {
      description: 'INFORMATION. A rate of 100 on a cohort of 100 certified or more.',
    },
    REPEATED_RATES: {
      description: 'INFORMATION. Three cohorts in a row, or more, with the same rates.',
    },
    FIGURE_CHANGED: {
      description:
        'INFORMATION. A number of certified or a rate that changed after it was published.',
    },
    END_DATE_MISMATCH: {
      description: 'INFORMATION. An end date that is not the decision and the duration together.',
    },
    TOO_FEW_USABLE_COHORTS: {
      description:
        'INFORMATION. Fewer than two cohorts with a global rate in the last year before the end.',
    },
    MALFORMED_BLOCK_CODE: {
      description: 'INFORMATION. A block whose code is not of the form RNCP35746BC01.',
    },
    MISSING_SIRET: { description: 'INFORMATION. A certifier in force without a SIRET.' },
    DANGLING_LINEAGE: {
      description: 'INFORMATION. A link to a certification that the registers do not have.',
    },
    ONE_SIDED_LINEAGE: {
      description: 'INFORMATION. A link to a certification that does not link back.',
    },
    LINK_NOT_URL: {
      description: 'INFORMATION. A link to the description that is not the address of a web page.',
    },
  } satisfies Record<Rule, { description: string }>,
});

export const FindingSeverity = builder.enumType('FindingSeverity', {
  description: 'How grave a finding is.',
  values: {
    ERROR: { description: 'Data are lost.' },
    WARNING: { description: 'Data are served and are doubtful.' },
    INFORMATION: { description: 'Data are served and are worth a look.' },
  } satisfies Record<Severity, { description: string }>,
});

const FindingRef = builder.objectRef<FindingRow>('Finding');

builder.node(FindingRef, {
  description: 'Something wrong in the data that were read (anomalie), with what would be right.',
  id: {
    resolve: ({ key }) => key,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (keys, context) =>
    keys.map((key) => {
      const row = context.snapshot.findings.rowOf.get(key);
      return row === undefined ? null : new FindingRow(viewOf(context), row);
    }),
  fields: (t) => ({
    rule: t.expose('rule', {
      type: FindingRule,
      description: 'What is wrong.',
    }),
    severity: t.expose('severity', {
      type: FindingSeverity,
      description: 'How grave it is.',
    }),
    certificationCode: t.exposeString('certificationCode', {
      nullable: true,
      description: 'Numéro de fiche as written in the source. Absent when it has none.',
    }),
    certification: t.field({
      type: CertificationRef,
      nullable: true,
      description: 'The certification. Absent when the fiche was refused, or has no number.',
      resolve: ({ certification }) => certification,
    }),
    cohortYear: t.exposeInt('cohortYear', {
      nullable: true,
      description: 'Year of the cohort. Absent when no cohort is meant.',
    }),
    element: t.exposeString('element', {
      nullable: true,
      description: 'Element or column of the source. Absent when the whole fiche is meant.',
    }),
    given: t.exposeString('given', {
      nullable: true,
      description: 'What the source says, cut to 200 characters. Absent when it says nothing.',
    }),
    message: t.exposeString('message', {
      description: 'What is wrong and what would be right, in English.',
    }),
    firstSeenPublication: t.field({
      type: PublicationRef,
      description: 'The publication that first had it.',
      resolve: ({ view: { snapshot }, row }) => {
        const id = snapshot.findings.firstSeenPublicationId[row];
        const publication = snapshot.publications.find((each) => each.id === id);
        if (!publication) throw new Error(`publication ${id} is not there`);
        return publication;
      },
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'The file it was found in. Absent when it is of no file.',
      resolve: ({ source }) => source,
    }),
  }),
});

builder.objectField(CertificationRef, 'findings', (t) =>
  t.field({
    type: [FindingRef],
    description: 'What is wrong in the data of this certification, gravest first.',
    resolve: ({ view, row }) => {
      const { offset, value } = view.snapshot.findings.ofCertification;
      return Array.from(
        value.subarray(offset[row], offset[row + 1]),
        (finding) => new FindingRow(view, finding),
      );
    },
  }),
);

export const FindingFilter = builder.inputType('FindingFilter', {
  description: 'Which findings. An absent field restricts nothing; lists mean "any of".',
  fields: (t) => ({
    rules: t.field({ type: [FindingRule], description: 'What is wrong.' }),
    severities: t.field({ type: [FindingSeverity], description: 'How grave they are.' }),
    certification: t.field({ type: 'RegisterCode', description: 'On this certification.' }),
    certifier: t.field({
      type: 'Siren',
      description: 'On certifications that this body certifies now.',
    }),
    cohortYear: t.field({ type: IntRange, description: 'On cohorts of these years.' }),
  }),
});

/**
 * The filter of an argument, checked; an empty one when it was not given. A certification need not
 * be known: findings are also about fiches that were refused.
 *
 * - Throws `BadUserInputError` for a range that ends before it begins, and for a body that the
 *   register does not have.
 */
export function findingFilterOf(
  input: typeof FindingFilter.$inferInput | null | undefined,
  snapshot: Snapshot,
): Filter {
  const certifiers = input?.certifier == null ? [] : [input.certifier];
  checkKnown(snapshot, 'certifier', 'certifier', certifiers);
  return { ...input, cohortYear: rangeOf('cohortYear', input?.cohortYear) };
}

const FindingConnection = builder.connectionObject(
  { type: FindingRef, name: 'FindingConnection', description: 'A page of findings.' },
  { name: 'FindingEdge', description: 'A finding in a list.' },
);

builder.queryField('findings', (t) =>
  t.connection(
    {
      type: FindingRef,
      description:
        'Findings of the current publication: gravest first, then by certification; those of no readable fiche come last.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: FindingFilter, description: 'Which ones.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: (_root, args, context) => {
        const view = viewOf(context, args.asOf);
        const { snapshot } = view;
        const mask = findingMask(view, findingFilterOf(args.filter, snapshot));
        return connectionOf(findingList(snapshot, mask), args, (row) => new FindingRow(view, row));
      },
    },
    FindingConnection,
  ),
);
