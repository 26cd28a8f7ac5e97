/** Written by `npm run generate` from schema/operations; never edited. */

import type {
  BelowPeerMedianQuery,
  BelowPeerMedianQueryVariables,
  BenchmarkQuery,
  BenchmarkQueryVariables,
  BenchmarkByCriterionQuery,
  BenchmarkByCriterionQueryVariables,
  CertificationBlocksQuery,
  CertificationBlocksQueryVariables,
  CertificationCardQuery,
  CertificationCardQueryVariables,
  CertificationCohortsQuery,
  CertificationCohortsQueryVariables,
  CertificationHistoryQuery,
  CertificationHistoryQueryVariables,
  CertificationLineageQuery,
  CertificationLineageQueryVariables,
  CertifiedGrowthQuery,
  CertifiedGrowthQueryVariables,
  CertifierPortfolioQuery,
  CertifierPortfolioQueryVariables,
  ChangesSinceQuery,
  ChangesSinceQueryVariables,
  CoCertifiedQuery,
  CoCertifiedQueryVariables,
  CompareCertificationsQuery,
  CompareCertificationsQueryVariables,
  CompleteRatesQuery,
  CompleteRatesQueryVariables,
  DataStatusQuery,
  DataStatusQueryVariables,
  DeclaredEquivalencesQuery,
  DeclaredEquivalencesQueryVariables,
  DueRatesQuery,
  DueRatesQueryVariables,
  EndingRegistrationsQuery,
  EndingRegistrationsQueryVariables,
  EndingWithoutReplacementQuery,
  EndingWithoutReplacementQueryVariables,
  FallingRatesQuery,
  FallingRatesQueryVariables,
  FilingPassedQuery,
  FilingPassedQueryVariables,
  FilterPanelQuery,
  FilterPanelQueryVariables,
  FindingCountsQuery,
  FindingCountsQueryVariables,
  InsertionByDimensionsQuery,
  InsertionByDimensionsQueryVariables,
  InsertionRatesQuery,
  InsertionRatesQueryVariables,
  LargestGapsQuery,
  LargestGapsQueryVariables,
  MeasureCatalogueQuery,
  MeasureCatalogueQueryVariables,
  NotesQuery,
  NotesQueryVariables,
  OldCohortsQuery,
  OldCohortsQueryVariables,
  OutsideFunnelQuery,
  OutsideFunnelQueryVariables,
  OverdueRatesQuery,
  OverdueRatesQueryVariables,
  PartnersByRoleQuery,
  PartnersByRoleQueryVariables,
  PooledRatesQuery,
  PooledRatesQueryVariables,
  RateDistributionsQuery,
  RateDistributionsQueryVariables,
  RegistrationDurationsQuery,
  RegistrationDurationsQueryVariables,
  ReportProfileQuery,
  ReportProfileQueryVariables,
  SearchCertificationsQuery,
  SearchCertificationsQueryVariables,
  SmallRsCohortsQuery,
  SmallRsCohortsQueryVariables,
  TargetRateChangeQuery,
  TargetRateChangeQueryVariables,
  TooFewCohortsQuery,
  TooFewCohortsQueryVariables,
  VaeSharesQuery,
  VaeSharesQueryVariables,
} from './operation-types.ts';

import type { Operation } from './operation.ts';

export type {
  BelowPeerMedianQuery,
  BelowPeerMedianQueryVariables,
  BenchmarkQuery,
  BenchmarkQueryVariables,
  BenchmarkByCriterionQuery,
  BenchmarkByCriterionQueryVariables,
  CertificationBlocksQuery,
  CertificationBlocksQueryVariables,
  CertificationCardQuery,
  CertificationCardQueryVariables,
  CertificationCohortsQuery,
  CertificationCohortsQueryVariables,
  CertificationHistoryQuery,
  CertificationHistoryQueryVariables,
  CertificationLineageQuery,
  CertificationLineageQueryVariables,
  CertifiedGrowthQuery,
  CertifiedGrowthQueryVariables,
  CertifierPortfolioQuery,
  CertifierPortfolioQueryVariables,
  ChangesSinceQuery,
  ChangesSinceQueryVariables,
  CoCertifiedQuery,
  CoCertifiedQueryVariables,
  CompareCertificationsQuery,
  CompareCertificationsQueryVariables,
  CompleteRatesQuery,
  CompleteRatesQueryVariables,
  DataStatusQuery,
  DataStatusQueryVariables,
  DeclaredEquivalencesQuery,
  DeclaredEquivalencesQueryVariables,
  DueRatesQuery,
  DueRatesQueryVariables,
  EndingRegistrationsQuery,
  EndingRegistrationsQueryVariables,
  EndingWithoutReplacementQuery,
  EndingWithoutReplacementQueryVariables,
  FallingRatesQuery,
  FallingRatesQueryVariables,
  FilingPassedQuery,
  FilingPassedQueryVariables,
  FilterPanelQuery,
  FilterPanelQueryVariables,
  FindingCountsQuery,
  FindingCountsQueryVariables,
  InsertionByDimensionsQuery,
  InsertionByDimensionsQueryVariables,
  InsertionRatesQuery,
  InsertionRatesQueryVariables,
  LargestGapsQuery,
  LargestGapsQueryVariables,
  MeasureCatalogueQuery,
  MeasureCatalogueQueryVariables,
  NotesQuery,
  NotesQueryVariables,
  OldCohortsQuery,
  OldCohortsQueryVariables,
  OutsideFunnelQuery,
  OutsideFunnelQueryVariables,
  OverdueRatesQuery,
  OverdueRatesQueryVariables,
  PartnersByRoleQuery,
  PartnersByRoleQueryVariables,
  PooledRatesQuery,
  PooledRatesQueryVariables,
  RateDistributionsQuery,
  RateDistributionsQueryVariables,
  RegistrationDurationsQuery,
  RegistrationDurationsQueryVariables,
  ReportProfileQuery,
  ReportProfileQueryVariables,
  SearchCertificationsQuery,
  SearchCertificationsQueryVariables,
  SmallRsCohortsQuery,
  SmallRsCohortsQueryVariables,
  TargetRateChangeQuery,
  TargetRateChangeQueryVariables,
  TooFewCohortsQuery,
  TooFewCohortsQueryVariables,
  VaeSharesQuery,
  VaeSharesQueryVariables,
} from './operation-types.ts';

/** Question 5. Of the certifications of question 4, those whose pooled global rate at 6 months is below the median of their peers by ROME code and level. */
export const BelowPeerMedian: Operation<BelowPeerMedianQuery, BelowPeerMedianQueryVariables> = {
  name: 'BelowPeerMedian',
  documentId: 'sha256:d13cc49a4c1d4af96815df1546279ca1ff2c046a7a8cb7a010667a05ba29ecf8',
  text: `# Question 5. Of the certifications of question 4, those whose pooled global rate at 6 months is below the median of their peers by ROME code and level.
# variables: {"withinMonths": 12}
query BelowPeerMedian(
  $withinMonths: Int! = 12
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $lastCohorts: Int! = 3
  $minimumBase: Int
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: true
      filingPassed: true
      registrationEndsWithinMonths: $withinMonths
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      belowPeerMedian: {
        indicator: $indicator
        lastCohorts: $lastCohorts
        minimumBase: $minimumBase
      }
    }
    orderBy: [
      {
        field: PEER_PERCENTILE
        peers: { indicator: $indicator, lastCohorts: $lastCohorts, minimumBase: $minimumBase }
      }
    ]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    manyComparisons {
      tested
      level
      expectedByChance
    }
    nodes {
      code
      title
      level
      registrationEndsOn
      certifiers {
        name
        siren
        active
      }
      benchmark(indicator: $indicator, lastCohorts: $lastCohorts, minimumBase: $minimumBase) {
        status
        peerCount
        peerMedian
        percentile
        difference
        excludesMedian
        funnel
        ranked
        verdict
        peersTooSmall
        pValue
        qValue
        rule {
          peersBy
          codes
          sameLevel
          lastCohorts
          asOf
        }
        own {
          indicator
          value
          interval {
            lower
            upper
          }
          basis
          base
          reliability
          notes {
            number
            kind
            text
          }
          coverage {
            certified
            certifiedWithRate
            cohorts
            cohortsWithRate
            ratio
          }
          statuses {
            status
            cohorts
          }
          years
          yearsWithRate
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 6. One certification against its peers by ROME code: the peers with their pooled rates, median, percentile, position in the funnel. */
export const Benchmark: Operation<BenchmarkQuery, BenchmarkQueryVariables> = {
  name: 'Benchmark',
  documentId: 'sha256:fc875198da8b9644e37ccc50f87faeb4d0e0f2be10152b64427fd31f35d15911',
  text: `# Question 6. One certification against its peers by ROME code: the peers with their pooled rates, median, percentile, position in the funnel.
# tab: 6
# variables: {"code": "RNCP35746", "asOf": "2022-09-01"}
query Benchmark(
  $code: RegisterCode!
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $lastCohorts: Int! = 3
  $minimumBase: Int
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    level
    benchmark(indicator: $indicator, lastCohorts: $lastCohorts, minimumBase: $minimumBase) {
      status
      peerCount
      peerMedian
      peerLowerQuartile
      peerUpperQuartile
      peerPooled
      percentile
      ranked
      difference
      excludesMedian
      funnel
      funnelLimits {
        level
        lower
        upper
      }
      funnels {
        kind
        position
        limits {
          level
          lower
          upper
        }
      }
      verdict
      peersTooSmall
      peerMedianInterval {
        lower
        upper
        level
      }
      overdispersion {
        peers
        phi
        tauSquared
      }
      deviate
      pValue
      qValue
      rule {
        peersBy
        codes
        sameLevel
        lastCohorts
        minimumBase
        asOf
      }
      own {
        indicator
        value
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
        coverage {
          certified
          certifiedWithRate
          cohorts
          cohortsWithRate
          ratio
        }
        statuses {
          status
          cohorts
        }
        years
        yearsWithRate
      }
      peers(first: $first, after: $after) {
        totalCount
        nodes {
          certification {
            code
            title
          }
          sharedCodes
          rate {
            indicator
            value
            interval {
              lower
              upper
            }
            basis
            base
            reliability
            notes {
              number
              kind
              text
            }
            coverage {
              certified
              certifiedWithRate
              cohorts
              cohortsWithRate
              ratio
            }
            statuses {
              status
              cohorts
            }
            years
            yearsWithRate
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
`,
};

/** Question 7. One certification against its peers by level, NSF code or Formacode. */
export const BenchmarkByCriterion: Operation<BenchmarkByCriterionQuery, BenchmarkByCriterionQueryVariables> = {
  name: 'BenchmarkByCriterion',
  documentId: 'sha256:0ebac25990f8e4dafcee3fbf7276a592168d251e9d5e387f0831924069865157',
  text: `# Question 7. One certification against its peers by level, NSF code or Formacode.
# variables: {"code": "RNCP35746", "asOf": "2022-09-01"}
query BenchmarkByCriterion(
  $code: RegisterCode!
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $sameLevel: Boolean! = true
  $lastCohorts: Int! = 3
  $minimumBase: Int
  $asOf: Date
) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    level
    byLevel: benchmark(
      indicator: $indicator
      peersBy: LEVEL
      lastCohorts: $lastCohorts
      minimumBase: $minimumBase
    ) {
      ...Comparison
    }
    bySpeciality: benchmark(
      indicator: $indicator
      peersBy: SPECIALITY
      sameLevel: $sameLevel
      lastCohorts: $lastCohorts
      minimumBase: $minimumBase
    ) {
      ...Comparison
    }
    byFormacode: benchmark(
      indicator: $indicator
      peersBy: FORMACODE
      sameLevel: $sameLevel
      lastCohorts: $lastCohorts
      minimumBase: $minimumBase
    ) {
      ...Comparison
    }
  }
}

fragment Comparison on Benchmark {
  status
  peerCount
  peerMedian
  peerLowerQuartile
  peerUpperQuartile
  peerPooled
  percentile
  ranked
  difference
  excludesMedian
  funnel
  funnelLimits {
    level
    lower
    upper
  }
  rule {
    peersBy
    codes
    sameLevel
    lastCohorts
    asOf
  }
  own {
    indicator
    value
    interval {
      lower
      upper
    }
    basis
    base
    reliability
    notes {
      number
      kind
      text
    }
    coverage {
      certified
      certifiedWithRate
      cohorts
      cohortsWithRate
      ratio
    }
    statuses {
      status
      cohorts
    }
    years
    yearsWithRate
  }
}
`,
};

/** Question 24. The blocks of a certification in order, with their assessment modes, and its declared equivalences. */
export const CertificationBlocks: Operation<CertificationBlocksQuery, CertificationBlocksQueryVariables> = {
  name: 'CertificationBlocks',
  documentId: 'sha256:0dcd6f4802879d1029073e97d287b295fc8d82d96f623fe81eb54c3aa278e399',
  text: `# Question 24. The blocks of a certification in order, with their assessment modes, and its declared equivalences.
# variables: {"code": "RNCP35746"}
query CertificationBlocks($code: RegisterCode!, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    blocks {
      position
      code
      title
      assessmentModes
    }
    equivalences {
      wholeCertification
      sourceBlocks
      targetCode
      targetBlocks
      target {
        title
      }
    }
  }
}
`,
};

/** Question 1. The card of a certification: what it is, who certifies it, until when, and whether it is active. */
export const CertificationCard: Operation<CertificationCardQuery, CertificationCardQueryVariables> = {
  name: 'CertificationCard',
  documentId: 'sha256:1a3fe5135f79ec129a60ffb2a8ac832473ba73afaccf99c3400c64eec4950d54',
  text: `# Question 1. The card of a certification: what it is, who certifies it, until when, and whether it is active.
# tab: 2
# variables: {"code": "RNCP35746"}
query CertificationCard($code: RegisterCode!, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    register
    active
    level
    registrationType
    validFrom
    registrationEndsOn
    certifiers {
      name
      siret
      active
    }
    specialities {
      code
      label
    }
    occupations {
      code
      label
    }
    formacodes {
      code
      label
    }
    accessRoutes {
      route
      open
    }
    blocks {
      code
      title
    }
    lineage {
      replaces {
        code
        title
      }
      replacedBy {
        code
        title
      }
    }
  }
}
`,
};

/** Question 2. The cohorts of a certification, newest first, each rate with its status and what it rests on. */
export const CertificationCohorts: Operation<CertificationCohortsQuery, CertificationCohortsQueryVariables> = {
  name: 'CertificationCohorts',
  documentId: 'sha256:2d947963a2022a27989cdad0c1ab797d84cfa6a6ecfb3324f8ac3856d1dd6b70',
  text: `# Question 2. The cohorts of a certification, newest first, each rate with its status and what it rests on.
# tab: 3
# variables: {"code": "RNCP35746", "asOf": "2023-01-15"}
query CertificationCohorts($code: RegisterCode!, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    cohorts {
      year
      certified
      certifiedThroughVae
      insertionRates {
        indicator
        value
        status
        dueOn
        daysLate
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
        provenance {
          source
          datedOn
          attribution
        }
      }
    }
  }
}
`,
};

/** Question 29. What changed of one certification, and of the figures of its cohorts. */
export const CertificationHistory: Operation<CertificationHistoryQuery, CertificationHistoryQueryVariables> = {
  name: 'CertificationHistory',
  documentId: 'sha256:58169933f53703df74e24a43439571a73b6a798f7ef54320754efc09bbdfc6b0',
  text: `# Question 29. What changed of one certification, and of the figures of its cohorts.
# variables: {"code": "35746"}
query CertificationHistory($code: RegisterCode!, $first: Int! = 50, $after: String, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    firstSeen {
      number
      publishedAt
    }
    absences {
      removed {
        number
      }
      reappeared {
        number
      }
    }
    history(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        publication {
          number
          publishedAt
        }
        kind
        cohortYear
        field
        item
        before
        after
        messageFr
      }
    }
    cohorts {
      year
      revisions {
        publication {
          number
        }
        figure
        before
        after
        source {
          fileName
        }
      }
    }
  }
  removedCertification(code: $code) {
    code
    title
    removed {
      number
      publishedAt
    }
  }
}
`,
};

/** Question 23. The chain of certifications that replaced one another, and the rates along it. */
export const CertificationLineage: Operation<CertificationLineageQuery, CertificationLineageQueryVariables> = {
  name: 'CertificationLineage',
  documentId: 'sha256:8ae6bd423d4af47e141509ed0aaa11eb5e4962d802c7c9c0638db750231780e3',
  text: `# Question 23. The chain of certifications that replaced one another, and the rates along it.
# variables: {"code": "RNCP35746"}
query CertificationLineage(
  $code: RegisterCode!
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $asOf: Date
) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    lineage {
      graph {
        nodes {
          code
          distance
          certification {
            title
            active
            registrationEndsOn
          }
        }
        edges {
          older
          newer
          declaredByOlder
          declaredByNewer
        }
      }
      series(indicator: $indicator) {
        year
        code
        rate {
          value
          status
          interval {
            lower
            upper
          }
          basis
          base
          reliability
          notes {
            number
            kind
            text
          }
        }
      }
    }
  }
}
`,
};

/** Question 17. Certified per year and their growth, by level, certifying body, NSF group or register. */
export const CertifiedGrowth: Operation<CertifiedGrowthQuery, CertifiedGrowthQueryVariables> = {
  name: 'CertifiedGrowth',
  documentId: 'sha256:6124fbecae56d13cdcf78c67c137bf0156785bb4f8448bf1adce8f3cdf786100',
  text: `# Question 17. Certified per year and their growth, by level, certifying body, NSF group or register.
# variables: {"groupBy": ["YEAR", "LEVEL"]}
query CertifiedGrowth(
  $groupBy: [CohortDimension!]! = [YEAR, LEVEL]
  $filter: CohortFilter
  $first: Int
  $asOf: Date
) {
  insertionStatistics(filter: $filter, groupBy: $groupBy, first: $first, asOf: $asOf) {
    overlapping
    groupCount
    total {
      certifications
      cohorts
      certified
    }
    groups {
      key {
        year
        register
        level
        speciality {
          code
          label
        }
        certifier {
          siren
          name
        }
        label
      }
      summary {
        certifications
        cohorts
        cohortsWithoutCertified
        certified
        certifiedChange {
          previous
          difference
          growth
        }
        certifiedChangeStatus
        notes {
          number
          kind
          text
        }
      }
    }
  }
}
`,
};

/** Question 19. The portfolio of one certifying body: certifications, end dates, cohorts, rates, what is overdue. */
export const CertifierPortfolio: Operation<CertifierPortfolioQuery, CertifierPortfolioQueryVariables> = {
  name: 'CertifierPortfolio',
  documentId: 'sha256:8eb822d696995550d5e68ab37e1dff37c84e0ad340525bf3d10655119db44548',
  text: `# Question 19. The portfolio of one certifying body: certifications, end dates, cohorts, rates, what is overdue.
# variables: {"siren": "328007786"}
query CertifierPortfolio(
  $siren: Siren!
  $lastCohorts: Int! = 3
  $first: Int = 50
  $after: String
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $overdueAfter: String
  $asOf: Date
) {
  certifier(siren: $siren, asOf: $asOf) {
    siren
    name
    certificationSummary {
      certifications
      active
      withCohorts
      withUsualCohorts
      withCompleteSixMonthRates
      replaced
      filingPassed
    }
    summary {
      cohorts
      certified
      certifiedThroughVae
      vaeShare
      vaeShareBase
      rates {
        indicator
        value
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
        unweightedMean
        median
        lowerQuartile
        upperQuartile
        coverage {
          certified
          certifiedWithRate
          cohorts
          cohortsWithRate
          ratio
        }
        statuses {
          status
          cohorts
        }
        yearsWithRate
      }
    }
    certifications(first: $first, after: $after, orderBy: [{ field: REGISTRATION_ENDS_ON }]) {
      totalCount
      nodes {
        code
        title
        level
        active
        registrationEndsOn
        renewal {
          stage
          fileBy
        }
        cohorts(lastCohorts: $lastCohorts) {
          year
          certified
        }
        insertion(lastCohorts: $lastCohorts) {
          indicator
          value
          interval {
            lower
            upper
          }
          basis
          base
          reliability
          notes {
            number
            kind
            text
          }
          coverage {
            certified
            certifiedWithRate
            cohorts
            cohortsWithRate
            ratio
          }
          statuses {
            status
            cohorts
          }
          yearsWithRate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    overdue: cohorts(
      filter: { rateStatus: { indicator: $indicator, anyOf: [OVERDUE] } }
      first: $first
      after: $overdueAfter
    ) {
      totalCount
      nodes {
        year
        certified
        certification {
          code
          title
        }
        insertionRate(indicator: $indicator) {
          status
          dueOn
          daysLate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    coCertifiers {
      certifier {
        siren
        name
      }
      certifications
    }
  }
}
`,
};

/** Question 29. What changed since a publication or a day: new, gone, ended, figures added or altered. */
export const ChangesSince: Operation<ChangesSinceQuery, ChangesSinceQueryVariables> = {
  name: 'ChangesSince',
  documentId: 'sha256:2b038b33daed8bc8647db2536bdf2d9e76490f5158f687624965c3f763015d68',
  text: `# Question 29. What changed since a publication or a day: new, gone, ended, figures added or altered.
query ChangesSince(
  $since: PublicationChoice
  $until: PublicationChoice
  $kinds: [ChangeKind!]
  $filter: CertificationFilter
  $first: Int! = 50
  $after: String
  $asOf: Date
) {
  changes(
    since: $since
    until: $until
    kinds: $kinds
    filter: $filter
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      publication {
        number
        publishedAt
      }
      kind
      code
      title
      cohortYear
      field
      item
      before
      after
      source {
        fileName
        datedOn
      }
      message
      messageFr
    }
  }
}
`,
};

/** Question 21. Certifications that several bodies certify together, and which; of each body those it shares most with. */
export const CoCertified: Operation<CoCertifiedQuery, CoCertifiedQueryVariables> = {
  name: 'CoCertified',
  documentId: 'sha256:17fa66fb1152b0b75e03db751b59900cc7678d9cc9535e7b70fb0812c52335ed',
  text: `# Question 21. Certifications that several bodies certify together, and which; of each body those it shares most with.
query CoCertified(
  $active: Boolean
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $firstOthers: Int = 5
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: $active
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      certifierCount: { from: 2 }
    }
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      active
      certifiers {
        name
        siren
        active
        certifier {
          coCertifiers(first: $firstOthers) {
            certifier {
              siren
              name
            }
            certifications
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 20. My certification beside up to four others, on the same years. */
export const CompareCertifications: Operation<CompareCertificationsQuery, CompareCertificationsQueryVariables> = {
  name: 'CompareCertifications',
  documentId: 'sha256:e0f22315f1c0899adeb19f48e6fac48de18007613e1a4e36e77368a0eaecd301',
  text: `# Question 20. My certification beside up to four others, on the same years.
# variables: {"codes": ["RNCP35746"]}
query CompareCertifications($codes: [RegisterCode!]!, $years: IntRange, $asOf: Date) {
  comparison(codes: $codes, years: $years, asOf: $asOf) {
    years
    commonYears
    certifications {
      certification {
        code
        title
        level
        active
      }
      years {
        year
        cohort {
          certified
          insertionRates {
            indicator
            value
            status
            interval {
              lower
              upper
            }
            basis
            base
            reliability
            notes {
              number
              kind
              text
            }
          }
        }
      }
      rates {
        indicator
        value
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
        coverage {
          certified
          certifiedWithRate
          cohorts
          cohortsWithRate
          ratio
        }
        statuses {
          status
          cohorts
        }
        years
        yearsWithRate
      }
    }
  }
}
`,
};

/** Question 26. Share of active certifications of the RNCP with a complete set of rates at 6 months, by level and registration type. */
export const CompleteRates: Operation<CompleteRatesQuery, CompleteRatesQueryVariables> = {
  name: 'CompleteRates',
  documentId: 'sha256:a3305de7d2ce6c33f0892972ccc8d42cd50ee3119e3db8f563b4a9a0823e0f5b',
  text: `# Question 26. Share of active certifications of the RNCP with a complete set of rates at 6 months, by level and registration type.
query CompleteRates($asOf: Date) {
  certificationStatistics(
    filter: { register: RNCP, active: true }
    groupBy: [LEVEL, REGISTRATION_TYPE]
    asOf: $asOf
  ) {
    total {
      certifications
      withCohorts
      withCompleteSixMonthRates
      completeShare
    }
    groups {
      key {
        level
        registrationType
        label
      }
      summary {
        certifications
        withCohorts
        withCompleteSixMonthRates
        completeShare
      }
    }
  }
}
`,
};

/** Question 34. What is served: how fresh it is, how much of each register, under what terms. */
export const DataStatus: Operation<DataStatusQuery, DataStatusQueryVariables> = {
  name: 'DataStatus',
  documentId: 'sha256:db9873fae510b420bd209d2e49fcb79287a279d581544073944e6b51d59ca59c',
  text: `# Question 34. What is served: how fresh it is, how much of each register, under what terms.
# tab: 1
query DataStatus {
  dataStatus {
    exportedOn
    ageDays
    demonstration
    notice {
      fr
      en
    }
    registers {
      register
      certifications
      active
      cohorts
      exportedOn
    }
    findingCount
    licence
    licenceUrl
    attribution
    methodVersion
  }
}
`,
};

/** Question 24. Certifications that declare equivalences with others or with their blocks. */
export const DeclaredEquivalences: Operation<DeclaredEquivalencesQuery, DeclaredEquivalencesQueryVariables> = {
  name: 'DeclaredEquivalences',
  documentId: 'sha256:ac5985efd4563421a352ae3e3ed9c26b0a4ec9a67cbeeb73031c66cbe41b05f4',
  text: `# Question 24. Certifications that declare equivalences with others or with their blocks.
query DeclaredEquivalences(
  $active: Boolean
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: $active
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      hasEquivalences: true
    }
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      active
      equivalences {
        wholeCertification
        sourceBlocks
        targetCode
        targetBlocks
        target {
          title
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 11. Rates at 2 years that fall due in the next months and are not published: whom to survey, until when. */
export const DueRates: Operation<DueRatesQuery, DueRatesQueryVariables> = {
  name: 'DueRates',
  documentId: 'sha256:e1e5da1032f7cbfcb8e40d21cdee076debc1ef48e8abb1167f33248fecf0050c',
  text: `# Question 11. Rates at 2 years that fall due in the next months and are not published: whom to survey, until when.
# variables: {"withinMonths": 6}
query DueRates(
  $indicator: InsertionIndicator! = TARGET_OCCUPATION_2_YEARS
  $withinMonths: Int! = 6
  $active: Boolean
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  cohorts(
    filter: {
      lacks: [$indicator]
      rateDue: { indicator: $indicator, withinMonths: $withinMonths }
      rateStatus: { indicator: $indicator, anyOf: [NOT_YET_OBSERVABLE, IN_COLLECTION] }
      certification: {
        register: RNCP
        active: $active
        certifiers: $certifiers
        levels: $levels
        specialities: $specialities
      }
    }
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      year
      certified
      certification {
        code
        title
        active
        registrationEndsOn
        certifiers {
          name
          siren
          active
        }
      }
      insertionRate(indicator: $indicator) {
        indicator
        value
        status
        dueOn
        daysLate
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  byYear: insertionStatistics(
    filter: {
      lacks: [$indicator]
      rateDue: { indicator: $indicator, withinMonths: $withinMonths }
      rateStatus: { indicator: $indicator, anyOf: [NOT_YET_OBSERVABLE, IN_COLLECTION] }
      certification: {
        register: RNCP
        active: $active
        certifiers: $certifiers
        levels: $levels
        specialities: $specialities
      }
    }
    groupBy: [YEAR]
    asOf: $asOf
  ) {
    groups {
      key {
        year
      }
      summary {
        certifications
        cohorts
        certified
      }
    }
  }
}
`,
};

/** Question 3. Active certifications that end soon, by month, level and certifying body. */
export const EndingRegistrations: Operation<EndingRegistrationsQuery, EndingRegistrationsQueryVariables> = {
  name: 'EndingRegistrations',
  documentId: 'sha256:c4192ae74bd7c1deae11f74cda24f1bf0fb70b2bd727c3f1f9120c3155daa52d',
  text: `# Question 3. Active certifications that end soon, by month, level and certifying body.
# variables: {"withinMonths": 12}
query EndingRegistrations(
  $withinMonths: Int! = 12
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: true
      registrationEndsWithinMonths: $withinMonths
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
    }
    orderBy: [{ field: REGISTRATION_ENDS_ON }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      level
      registrationEndsOn
      certifiers {
        name
        siren
        active
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  byMonth: certificationStatistics(
    filter: {
      active: true
      registrationEndsWithinMonths: $withinMonths
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
    }
    groupBy: [REGISTRATION_END_MONTH, LEVEL]
    asOf: $asOf
  ) {
    total {
      certifications
    }
    groups {
      key {
        registrationEndMonth
        level
        label
      }
      summary {
        certifications
      }
    }
  }
  byCertifier: certificationStatistics(
    filter: {
      active: true
      registrationEndsWithinMonths: $withinMonths
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
    }
    groupBy: [CERTIFIER]
    orderBy: [{ by: CERTIFICATIONS, direction: DESC }]
    asOf: $asOf
  ) {
    overlapping
    groups {
      key {
        certifier {
          siren
          name
        }
        label
      }
      summary {
        certifications
      }
    }
  }
}
`,
};

/** Question 35. Active certifications that end soon and of which no fiche says what replaces them. */
export const EndingWithoutReplacement: Operation<EndingWithoutReplacementQuery, EndingWithoutReplacementQueryVariables> = {
  name: 'EndingWithoutReplacement',
  documentId: 'sha256:60924685c2415fb1edbeb3e274d0526c5dc18cf96b37ab0a2a2d7c0f746fc64e',
  text: `# Question 35. Active certifications that end soon and of which no fiche says what replaces them.
# variables: {"withinMonths": 12}
query EndingWithoutReplacement(
  $withinMonths: Int! = 12
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: true
      replaced: false
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      registrationEndsWithinMonths: $withinMonths
    }
    orderBy: [{ field: REGISTRATION_ENDS_ON }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      registrationType
      registrationEndsOn
      renewal {
        stage
        fileBy
        replaced
      }
      certifiers {
        name
        siren
        active
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  byMonth: certificationStatistics(
    filter: {
      active: true
      replaced: false
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      registrationEndsWithinMonths: $withinMonths
    }
    groupBy: [REGISTRATION_END_MONTH]
    asOf: $asOf
  ) {
    groups {
      key {
        registrationEndMonth
        label
      }
      summary {
        certifications
      }
    }
  }
}
`,
};

/** Question 15. Rates that fell from one cohort to that of the next year, beyond chance. */
export const FallingRates: Operation<FallingRatesQuery, FallingRatesQueryVariables> = {
  name: 'FallingRates',
  documentId: 'sha256:beacf39769b3e0f233052fc7ad2fe7241e9a87f35d6cd57a51f7289c80ba419c',
  text: `# Question 15. Rates that fell from one cohort to that of the next year, beyond chance.
query FallingRates(
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $active: Boolean
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  cohorts(
    filter: {
      rateChange: { indicator: $indicator, anyOf: [FALL] }
      certification: {
        active: $active
        certifiers: $certifiers
        levels: $levels
        specialities: $specialities
      }
    }
    orderBy: [{ field: YEAR, direction: DESC }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    manyComparisons {
      tested
      level
      expectedByChance
    }
    nodes {
      year
      certified
      certification {
        code
        title
        certifiers {
          name
          siren
          active
        }
      }
      insertionRate(indicator: $indicator) {
        indicator
        value
        status
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
      }
      change(indicator: $indicator) {
        from
        fromBase
        to
        toBase
        difference
        lower
        upper
        verdict
        pValue
        qValue
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 4. Active certifications that end soon and whose recommended day of filing for renewal has passed. */
export const FilingPassed: Operation<FilingPassedQuery, FilingPassedQueryVariables> = {
  name: 'FilingPassed',
  documentId: 'sha256:d2d611712d582836144fb7543e23d7617b62392fecab6fd8ee1c35c72951593a',
  text: `# Question 4. Active certifications that end soon and whose recommended day of filing for renewal has passed.
# variables: {"withinMonths": 12}
query FilingPassed(
  $withinMonths: Int! = 12
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: true
      filingPassed: true
      registrationEndsWithinMonths: $withinMonths
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
    }
    orderBy: [{ field: REGISTRATION_ENDS_ON }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      registrationType
      registrationEndsOn
      renewal {
        stage
        fileBy
        fileAtLatest
        replaced
      }
      certifiers {
        name
        siren
        active
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** The values of each dimension with their number of certifications, for a panel of filters. */
export const FilterPanel: Operation<FilterPanelQuery, FilterPanelQueryVariables> = {
  name: 'FilterPanel',
  documentId: 'sha256:c86c3ab5bda2bc576f0538f0e085ee683a096c03807cffe0fbe7e94419afed4b',
  text: `# The values of each dimension with their number of certifications, for a panel of filters.
query FilterPanel(
  $filter: CertificationFilter
  $dimensions: [CertificationDimension!]
  $first: Int! = 20
  $asOf: Date
) {
  certificationFacets(filter: $filter, dimensions: $dimensions, first: $first, asOf: $asOf) {
    dimension
    overlapping
    valueCount
    values {
      key {
        label
        register
        level
        registrationType
        registrationYears
        registrationEndMonth
        abbreviation
        active
        accessRoute
        specialityDomain {
          code
        }
        specialitySubdomain {
          code
        }
        speciality {
          code
        }
        occupationDomain {
          code
        }
        occupation {
          code
        }
        formacode {
          code
        }
        certifier {
          siren
        }
      }
      certifications
    }
  }
}
`,
};

/** Question 27. Findings (anomalies) by rule, severity and certifying body. */
export const FindingCounts: Operation<FindingCountsQuery, FindingCountsQueryVariables> = {
  name: 'FindingCounts',
  documentId: 'sha256:9b3a31a151a03def75ff0ce16b71a54f7e04213a7f066988e5f868f60b7995e2',
  text: `# Question 27. Findings (anomalies) by rule, severity and certifying body.
query FindingCounts($filter: FindingFilter, $first: Int! = 20, $asOf: Date) {
  byRule: findingStatistics(filter: $filter, groupBy: [SEVERITY, RULE], asOf: $asOf) {
    findings
    certifications
    groups {
      severity
      rule
      findings
      certifications
    }
  }
  byCertifier: findingStatistics(
    filter: $filter
    groupBy: [CERTIFIER]
    first: $first
    asOf: $asOf
  ) {
    overlapping
    groupCount
    groups {
      certifier {
        siren
        name
      }
      findings
      certifications
    }
  }
}
`,
};

/** Question 33. The measures by any dimensions: year, level, NSF, ROME, certifying body, access route, register, registration type. */
export const InsertionByDimensions: Operation<InsertionByDimensionsQuery, InsertionByDimensionsQueryVariables> = {
  name: 'InsertionByDimensions',
  documentId: 'sha256:b5dcc28f72bdb76ad8c3ee94bd45adc339bdedbe13df3720237202ed722b307a',
  text: `# Question 33. The measures by any dimensions: year, level, NSF, ROME, certifying body, access route, register, registration type.
# tab: 5
# variables: {"groupBy": ["YEAR", "LEVEL"]}
query InsertionByDimensions(
  $groupBy: [CohortDimension!]! = [YEAR, LEVEL]
  $filter: CohortFilter
  $having: InsertionHaving
  $orderBy: [InsertionGroupOrder!]
  $first: Int
  $asOf: Date
) {
  insertionStatistics(
    filter: $filter
    groupBy: $groupBy
    having: $having
    orderBy: $orderBy
    first: $first
    asOf: $asOf
  ) {
    overlapping
    groupCount
    total {
      ...Summary
    }
    groups {
      key {
        year
        register
        level
        registrationType
        abbreviation
        active
        accessRoute
        specialityDomain {
          code
          label
        }
        specialitySubdomain {
          code
          label
        }
        speciality {
          code
          label
        }
        occupationDomain {
          code
          label
        }
        occupation {
          code
          label
        }
        formacode {
          code
          label
        }
        certifier {
          siren
          name
        }
        certification {
          code
          title
        }
        label
        unknown
      }
      summary {
        ...Summary
      }
    }
  }
}

fragment Summary on InsertionSummary {
  certifications
  cohorts
  cohortsWithoutCertified
  certified
  certifiedThroughVae
  vaeShare
  vaeShareBase
  rates {
    indicator
    value
    interval {
      lower
      upper
    }
    basis
    base
    reliability
    notes {
      number
      kind
      text
    }
    betweenCertifications {
      status
      certifications
      standardError
      designEffect
      interval {
        lower
        upper
      }
    }
    certificationsWithRate
    unweightedMean
    median
    lowerQuartile
    upperQuartile
    coverage {
      certified
      certifiedWithRate
      cohorts
      cohortsWithRate
      ratio
    }
    statuses {
      status
      cohorts
    }
    yearsWithRate
    changeStatus
    change {
      from
      fromBase
      difference
      lower
      upper
      verdict
      reason
      betweenCertifications {
        status
        certifications
        standardError
        lower
        upper
      }
      likeForLike {
        status
        certifications
        difference
        lower
        upper
      }
    }
  }
}
`,
};

/** Question 32. Everything: certification, cohort and indicator in long form, in a stable order. */
export const InsertionRates: Operation<InsertionRatesQuery, InsertionRatesQueryVariables> = {
  name: 'InsertionRates',
  documentId: 'sha256:bdea2ba20c45103016ce35e190497cb6b4d62ca5a668f0109137057bba66c692',
  text: `# Question 32. Everything: certification, cohort and indicator in long form, in a stable order.
query InsertionRates($filter: CohortFilter, $first: Int = 500, $after: String, $asOf: Date) {
  cohorts(filter: $filter, first: $first, after: $after, asOf: $asOf) {
    totalCount
    nodes {
      certification {
        code
        register
        title
        level
        registrationType
        active
        registrationEndsOn
      }
      year
      certified
      certifiedThroughVae
      insertionRates {
        indicator
        value
        status
        dueOn
        daysLate
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 13. Cohorts with the largest gap between the global and the target rate at 6 months. */
export const LargestGaps: Operation<LargestGapsQuery, LargestGapsQueryVariables> = {
  name: 'LargestGaps',
  documentId: 'sha256:53f841a2254d7f4f9890b7d946a13018f12f2fa5eea98926c49504778b84dd43',
  text: `# Question 13. Cohorts with the largest gap between the global and the target rate at 6 months.
query LargestGaps(
  $certifiedFrom: Int
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  cohorts(
    filter: {
      has: [GLOBAL_6_MONTHS, TARGET_OCCUPATION_6_MONTHS]
      certified: { from: $certifiedFrom }
      certification: {
        register: RNCP
        certifiers: $certifiers
        levels: $levels
        specialities: $specialities
      }
    }
    orderBy: [{ field: GAP_6_MONTHS, direction: DESC }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      year
      certified
      gapAt6Months
      certification {
        code
        title
      }
      global: insertionRate(indicator: GLOBAL_6_MONTHS) {
        ...Rate
      }
      target: insertionRate(indicator: TARGET_OCCUPATION_6_MONTHS) {
        ...Rate
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment Rate on InsertionRate {
  value
  status
  interval {
    lower
    upper
  }
  basis
  base
  reliability
  notes {
    number
    kind
    text
  }
}
`,
};

/** The catalogue of measures: how each figure is named, computed and left out. */
export const MeasureCatalogue: Operation<MeasureCatalogueQuery, MeasureCatalogueQueryVariables> = {
  name: 'MeasureCatalogue',
  documentId: 'sha256:0c7fa9fedb9868f9eac341e57ac65087432624f533862d157521e8979a857179',
  text: `# The catalogue of measures: how each figure is named, computed and left out.
query MeasureCatalogue {
  measures {
    id
    labelFr
    labelEn
    unit
    formula
    numerator
    denominator
    missingCase
    caution
    source
    version
  }
}
`,
};

/** What the operator notes of figures, breaks in series among it: about some of them, or all. */
export const Notes: Operation<NotesQuery, NotesQueryVariables> = {
  name: 'Notes',
  documentId: 'sha256:2483dbc477261745ee37eab703a67b8139ca9de5a117c8bf94f43fbdcdb563cd',
  text: `# What the operator notes of figures, breaks in series among it: about some of them, or all.
query Notes($filter: NoteFilter, $first: Int! = 50, $after: String, $asOf: Date) {
  notes(filter: $filter, first: $first, after: $after, asOf: $asOf) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      number
      kind
      text
      textEn: text(language: EN)
      register
      certificationCode
      indicator
      yearFrom
      yearTo
      startsOn
      endsOn
    }
  }
}
`,
};

/** Question 12. Active certifications whose newest cohort is older than four years. */
export const OldCohorts: Operation<OldCohortsQuery, OldCohortsQueryVariables> = {
  name: 'OldCohorts',
  documentId: 'sha256:bee5ad426bb8f0b086ed29d03f3106df4b64c14ac9802d6063ca87ebe3acc2ea',
  text: `# Question 12. Active certifications whose newest cohort is older than four years.
# variables: {"age": 5}
query OldCohorts(
  $age: Int! = 5
  $register: Register
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      active: true
      register: $register
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      newestCohortAge: { from: $age }
    }
    orderBy: [{ field: LAST_COHORT_YEAR }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      registrationEndsOn
      cohorts(lastCohorts: 1) {
        year
        certified
      }
      certifiers {
        name
        siren
        active
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 28. Active certifications outside the limits of 99.8 % of the funnel of their peers. */
export const OutsideFunnel: Operation<OutsideFunnelQuery, OutsideFunnelQueryVariables> = {
  name: 'OutsideFunnel',
  documentId: 'sha256:9a0bc51e0b4d11e26702bd90ecb216ec7c76d134c7a307daff7ecadcd78f1455',
  text: `# Question 28. Active certifications outside the limits of 99.8 % of the funnel of their peers.
query OutsideFunnel(
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $lastCohorts: Int! = 3
  $minimumBase: Int
  $positions: [FunnelPosition!]! = [BELOW_99_8, ABOVE_99_8]
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
      funnel: {
        indicator: $indicator
        lastCohorts: $lastCohorts
        minimumBase: $minimumBase
        anyOf: $positions
      }
    }
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    manyComparisons {
      tested
      level
      expectedByChance
    }
    nodes {
      code
      title
      level
      certifiers {
        name
        siren
        active
      }
      benchmark(indicator: $indicator, lastCohorts: $lastCohorts, minimumBase: $minimumBase) {
        peerCount
        peerPooled
        funnel
        funnelLimits {
          level
          lower
          upper
        }
        verdict
        peersTooSmall
        pValue
        qValue
        rule {
          peersBy
          codes
          sameLevel
          lastCohorts
          asOf
        }
        own {
          indicator
          value
          interval {
            lower
            upper
          }
          basis
          base
          reliability
          notes {
            number
            kind
            text
          }
          coverage {
            certified
            certifiedWithRate
            cohorts
            cohortsWithRate
            ratio
          }
          statuses {
            status
            cohorts
          }
          years
          yearsWithRate
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 10. Overdue rates at 6 months with the days they are late, and their number by certifying body. */
export const OverdueRates: Operation<OverdueRatesQuery, OverdueRatesQueryVariables> = {
  name: 'OverdueRates',
  documentId: 'sha256:33ea12b6aee5da990ce573e1daa9fc1e01aa06868fb0a288b13c11cad73c73b4',
  text: `# Question 10. Overdue rates at 6 months with the days they are late, and their number by certifying body.
query OverdueRates(
  $indicator: InsertionIndicator! = GLOBAL_6_MONTHS
  $active: Boolean
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  cohorts(
    filter: {
      rateStatus: { indicator: $indicator, anyOf: [OVERDUE] }
      certification: {
        active: $active
        certifiers: $certifiers
        levels: $levels
        specialities: $specialities
      }
    }
    orderBy: [{ field: YEAR }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      year
      certified
      certification {
        code
        title
        active
        certifiers {
          name
          siren
          active
        }
      }
      insertionRate(indicator: $indicator) {
        indicator
        value
        status
        dueOn
        daysLate
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  byCertifier: insertionStatistics(
    filter: {
      rateStatus: { indicator: $indicator, anyOf: [OVERDUE] }
      certification: {
        active: $active
        certifiers: $certifiers
        levels: $levels
        specialities: $specialities
      }
    }
    groupBy: [CERTIFIER]
    orderBy: [{ by: COHORTS, direction: DESC }]
    asOf: $asOf
  ) {
    overlapping
    groupCount
    groups {
      key {
        certifier {
          siren
          name
        }
        label
      }
      summary {
        certifications
        cohorts
        certified
      }
    }
  }
}
`,
};

/** Question 22. Partners licensed to train or to assess, by role and state: establishments and legal units. */
export const PartnersByRole: Operation<PartnersByRoleQuery, PartnersByRoleQueryVariables> = {
  name: 'PartnersByRole',
  documentId: 'sha256:9a14dd6010db60c5b551e38e89b23bb783080470f22bdf5616e1d858bf7b76ed',
  text: `# Question 22. Partners licensed to train or to assess, by role and state: establishments and legal units.
query PartnersByRole($filter: CertificationFilter, $asOf: Date) {
  partnerStatistics(filter: $filter, asOf: $asOf) {
    role
    state
    active
    rows
    establishments
    legalUnits
  }
}
`,
};

/** Question 8. The three rates of a certification over its last cohorts together, with their coverage. */
export const PooledRates: Operation<PooledRatesQuery, PooledRatesQueryVariables> = {
  name: 'PooledRates',
  documentId: 'sha256:c9aa0726d85d6e8eb95d475fd2082a9cff15161b1c5e44cd190fc0730501ee48',
  text: `# Question 8. The three rates of a certification over its last cohorts together, with their coverage.
# variables: {"code": "RNCP35746"}
query PooledRates($code: RegisterCode!, $lastCohorts: Int! = 3, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    insertion(lastCohorts: $lastCohorts) {
      indicator
      value
      interval {
        lower
        upper
      }
      basis
      base
      reliability
      notes {
        number
        kind
        text
      }
      coverage {
        certified
        certifiedWithRate
        cohorts
        cohortsWithRate
        cohortsWithoutCertified
        ratio
      }
      statuses {
        status
        cohorts
      }
      years
      yearsWithRate
      unweightedMean
    }
  }
}
`,
};

/** Question 25. Median and quartiles of each rate by level, NSF subdomain and ROME domain, with the number of certifications and of values not known, and why. */
export const RateDistributions: Operation<RateDistributionsQuery, RateDistributionsQueryVariables> = {
  name: 'RateDistributions',
  documentId: 'sha256:3e4d1277cb21f5c49348c0d135be04eace94cc9c6cac36039d61016a03ff913d',
  text: `# Question 25. Median and quartiles of each rate by level, NSF subdomain and ROME domain, with the number of certifications and of values not known, and why.
query RateDistributions($filter: CohortFilter, $asOf: Date) {
  byLevel: insertionStatistics(filter: $filter, groupBy: [LEVEL], asOf: $asOf) {
    ...Distributions
    groups {
      key {
        level
      }
    }
  }
  bySpecialitySubdomain: insertionStatistics(
    filter: $filter
    groupBy: [SPECIALITY_SUBDOMAIN]
    asOf: $asOf
  ) {
    ...Distributions
    groups {
      key {
        specialitySubdomain {
          code
          label
        }
      }
    }
  }
  byOccupationDomain: insertionStatistics(
    filter: $filter
    groupBy: [OCCUPATION_DOMAIN]
    asOf: $asOf
  ) {
    ...Distributions
    groups {
      key {
        occupationDomain {
          code
          label
        }
      }
    }
  }
}

fragment Distributions on InsertionStatistics {
  overlapping
  groups {
    key {
      label
      unknown
    }
    summary {
      certifications
      cohorts
      rates {
        indicator
        value
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
        certificationsWithRate
        median
        lowerQuartile
        upperQuartile
        coverage {
          cohorts
          cohortsWithRate
          ratio
        }
        statuses {
          status
          cohorts
        }
        yearsWithRate
      }
    }
  }
}
`,
};

/** Question 31. Durations of registration that were granted, by level and type. */
export const RegistrationDurations: Operation<RegistrationDurationsQuery, RegistrationDurationsQueryVariables> = {
  name: 'RegistrationDurations',
  documentId: 'sha256:8edd093bc35c23c56ba40b71d958a2ad8b05610d363a60249d27285d86c73cb9',
  text: `# Question 31. Durations of registration that were granted, by level and type.
query RegistrationDurations($filter: CertificationFilter, $asOf: Date) {
  certificationStatistics(
    filter: $filter
    groupBy: [LEVEL, REGISTRATION_TYPE, REGISTRATION_YEARS]
    asOf: $asOf
  ) {
    total {
      certifications
      active
    }
    groups {
      key {
        level
        registrationType
        registrationYears
        label
      }
      summary {
        certifications
        active
      }
    }
  }
}
`,
};

/** What there is in the columns of a report over the rows that its parameters choose: values with their rows, ranges, how much is absent, and of rates why. */
export const ReportProfile: Operation<ReportProfileQuery, ReportProfileQueryVariables> = {
  name: 'ReportProfile',
  documentId: 'sha256:7a97fc9d19561b6d198e3863eaa75efa5969a7c8d00f8337cfd60f2207803f27',
  text: `# What there is in the columns of a report over the rows that its parameters choose: values with their rows, ranges, how much is absent, and of rates why.
# variables: {"name": "cohorts"}
query ReportProfile(
  $name: String!
  $columns: [String!]
  $parameters: [ReportParameterInput!]
  $first: Int! = 20
  $asOf: Date
) {
  reportProfile(name: $name, columns: $columns, parameters: $parameters, asOf: $asOf) {
    report {
      name
      title
      titleEn: title(language: EN)
      grain
    }
    rows
    columns {
      column {
        name
        label
        labelEn: label(language: EN)
        description
        type
        role
      }
      absent
      distinct
      least
      greatest
      values(first: $first) {
        value
        label
        labelEn: label(language: EN)
        rows
      }
      statuses {
        value
        label
        labelEn: label(language: EN)
        rows
      }
    }
  }
}
`,
};

/** Active certifications that a search finds, best answer first, with their pooled rates. */
export const SearchCertifications: Operation<SearchCertificationsQuery, SearchCertificationsQueryVariables> = {
  name: 'SearchCertifications',
  documentId: 'sha256:701b29fb4ed514386b1950116893e2c5ecad24bc8c621f661f7ada8b056b13bc',
  text: `# Active certifications that a search finds, best answer first, with their pooled rates.
# tab: 4
# variables: {"search": "communication"}
query SearchCertifications($search: String!, $first: Int = 10, $after: String, $asOf: Date) {
  certifications(
    filter: { search: $search, active: true }
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      level
      registrationEndsOn
      insertionRate(indicator: GLOBAL_6_MONTHS) {
        indicator
        value
        interval {
          lower
          upper
        }
        basis
        base
        reliability
        notes {
          number
          kind
          text
        }
        coverage {
          ratio
        }
        statuses {
          status
          cohorts
        }
        years
        yearsWithRate
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 18. The RS: certified per year, and cohorts of fewer than ten. */
export const SmallRsCohorts: Operation<SmallRsCohortsQuery, SmallRsCohortsQueryVariables> = {
  name: 'SmallRsCohorts',
  documentId: 'sha256:f86e4343137aca10d44808e2f18134ce906a236cd0d943b1d969c40ac9ff773b',
  text: `# Question 18. The RS: certified per year, and cohorts of fewer than ten.
# variables: {"atMost": 9}
query SmallRsCohorts(
  $atMost: Int! = 9
  $active: Boolean
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  byYear: insertionStatistics(
    filter: { certification: { register: RS, active: $active } }
    groupBy: [YEAR]
    asOf: $asOf
  ) {
    groups {
      key {
        year
      }
      summary {
        certifications
        cohorts
        certified
      }
    }
  }
  cohorts(
    filter: { certified: { to: $atMost }, certification: { register: RS, active: $active } }
    orderBy: [{ field: CERTIFIED }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      year
      certified
      certification {
        code
        title
        active
        certifiers {
          name
          siren
          active
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
};

/** Question 14. The target rate from 6 months to 2 years, for the same cohort: change and interval. */
export const TargetRateChange: Operation<TargetRateChangeQuery, TargetRateChangeQueryVariables> = {
  name: 'TargetRateChange',
  documentId: 'sha256:a55202f8139b4d7f0ac6fbf8370adc5ceacf160ec4af4474e1034b97e1b8828a',
  text: `# Question 14. The target rate from 6 months to 2 years, for the same cohort: change and interval.
# variables: {"code": "RNCP35746", "asOf": "2022-09-01"}
query TargetRateChange($code: RegisterCode!, $level: Float! = 0.95, $asOf: Date) {
  certification(code: $code, asOf: $asOf) {
    code
    title
    cohorts {
      year
      certified
      sixMonths: insertionRate(indicator: TARGET_OCCUPATION_6_MONTHS) {
        ...Rate
      }
      twoYears: insertionRate(indicator: TARGET_OCCUPATION_2_YEARS) {
        ...Rate
      }
      targetRateChange(level: $level) {
        from
        fromBase
        to
        toBase
        difference
        lower
        upper
        level
        verdict
      }
    }
  }
}

fragment Rate on InsertionRate {
  value
  status
  interval {
    lower
    upper
  }
  basis
  base
  reliability
  notes {
    number
    kind
    text
  }
}
`,
};

/** Question 9. Active certifications of the RNCP with fewer than two cohorts whose global rate at 6 months is published, and why. */
export const TooFewCohorts: Operation<TooFewCohortsQuery, TooFewCohortsQueryVariables> = {
  name: 'TooFewCohorts',
  documentId: 'sha256:b52a3dcf5c03b998e6287205c4a8473774a3d591bab9f3bdd8eb0dcc95252390',
  text: `# Question 9. Active certifications of the RNCP with fewer than two cohorts whose global rate at 6 months is published, and why.
query TooFewCohorts(
  $withinMonths: Int
  $registrationTypes: [RegistrationType!]
  $certifiers: [Siren!]
  $levels: [Int!]
  $specialities: [String!]
  $first: Int = 50
  $after: String
  $asOf: Date
) {
  certifications(
    filter: {
      register: RNCP
      active: true
      usableCohorts: { to: 1 }
      registrationEndsWithinMonths: $withinMonths
      registrationTypes: $registrationTypes
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
    }
    orderBy: [{ field: REGISTRATION_ENDS_ON }]
    first: $first
    after: $after
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      title
      registrationType
      registrationEndsOn
      certifiers {
        name
        siren
        active
      }
      renewal {
        stage
        fileBy
        readiness {
          cohorts
          usableCohorts
          usualCohorts
          statuses {
            status
            cohorts
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  byMonth: certificationStatistics(
    filter: {
      register: RNCP
      active: true
      usableCohorts: { to: 1 }
      registrationEndsWithinMonths: $withinMonths
      registrationTypes: $registrationTypes
      certifiers: $certifiers
      levels: $levels
      specialities: $specialities
    }
    groupBy: [REGISTRATION_END_MONTH]
    asOf: $asOf
  ) {
    groups {
      key {
        registrationEndMonth
        label
      }
      summary {
        certifications
        withCohorts
      }
    }
  }
}
`,
};

/** Question 16. Validation of experience (VAE): number and share by year, level and certification. */
export const VaeShares: Operation<VaeSharesQuery, VaeSharesQueryVariables> = {
  name: 'VaeShares',
  documentId: 'sha256:6408c2d93686007c7c30a61fc886dd7ca144dc6a2238a86c40c339d117e084f0',
  text: `# Question 16. Validation of experience (VAE): number and share by year, level and certification.
# variables: {"first": 20}
query VaeShares($register: Register, $year: IntRange, $first: Int! = 20, $asOf: Date) {
  byYear: insertionStatistics(
    filter: { year: $year, certification: { register: $register } }
    groupBy: [YEAR]
    asOf: $asOf
  ) {
    ...Shares
  }
  byLevel: insertionStatistics(
    filter: { year: $year, certification: { register: $register } }
    groupBy: [LEVEL]
    asOf: $asOf
  ) {
    ...Shares
  }
  byCertification: insertionStatistics(
    filter: {
      year: $year
      certification: { register: $register, certifiedThroughVae: { from: 1 }, cohortYear: $year }
    }
    groupBy: [CERTIFICATION]
    orderBy: [{ by: CERTIFIED_THROUGH_VAE, direction: DESC }]
    first: $first
    asOf: $asOf
  ) {
    ...Shares
  }
}

fragment Shares on InsertionStatistics {
  total {
    certified
    certifiedThroughVae
    vaeShare
    vaeShareBase
  }
  groups {
    key {
      year
      level
      certification {
        code
        title
      }
      label
    }
    summary {
      certified
      certifiedThroughVae
      vaeShare
      vaeShareBase
    }
  }
}
`,
};

