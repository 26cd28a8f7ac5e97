import type { Bilingual } from '../../domain/bilingual.ts';

/** A persisted operation as the page of GraphiQL lists it. */
interface ListedQuestion {
  /** Name of the operation. */
  readonly name: string;
  readonly title: Bilingual;
}

interface QuestionGroup {
  readonly title: Bilingual;
  readonly questions: readonly ListedQuestion[];
}

/** What the page of GraphiQL lists, in its order; a test holds it to schema/operations. */
export const QUESTION_GROUPS: readonly QuestionGroup[] = [
  group({ en: 'One certification', fr: 'Une certification' }, [
    ['CertificationCard', 'Its card', 'Sa fiche'],
    ['CertificationCohorts', 'Its cohorts and their rates', 'Ses promotions et leurs taux'],
    ['PooledRates', 'Its rates over the last cohorts', 'Ses taux sur les dernières promotions'],
    ['TargetRateChange', 'From 6 months to 2 years', 'De 6 mois à 2 ans'],
    ['Benchmark', 'Beside its peers by ROME code', 'Face à ses pairs par code ROME'],
    ['BenchmarkByCriterion', 'Beside other peers', 'Face à d’autres pairs'],
    ['CompareCertifications', 'Beside up to four others', 'À côté de quatre autres au plus'],
    ['CertificationBlocks', 'Its blocks', 'Ses blocs de compétences'],
    ['CertificationLineage', 'What it replaced, and by what', 'Ce qui l’a précédée et suivie'],
    ['CertificationHistory', 'What changed of it', 'Ce qui en a changé'],
  ]),
  group({ en: 'Which certifications', fr: 'Quelles certifications' }, [
    ['SearchCertifications', 'Search', 'Recherche'],
    ['EndingRegistrations', 'Registrations that end soon', 'Enregistrements qui finissent bientôt'],
    ['EndingWithoutReplacement', 'Ending without replacement', 'Qui finissent sans remplaçante'],
    ['FilingPassed', 'Day of filing passed', 'Date de dépôt passée'],
    ['BelowPeerMedian', 'Of these, below their peers', 'Parmi elles, sous leurs pairs'],
    ['OutsideFunnel', 'Outside the funnel', 'Hors de l’entonnoir'],
    ['RegistrationDurations', 'Durations of registration', 'Durées d’enregistrement'],
    ['DeclaredEquivalences', 'Declared equivalences', 'Équivalences déclarées'],
    ['FilterPanel', 'Values to filter by', 'Valeurs pour filtrer'],
  ]),
  group({ en: 'Cohorts and rates', fr: 'Cohortes et taux' }, [
    ['InsertionByDimensions', 'Rates by year, level …', 'Taux par année, niveau …'],
    ['RateDistributions', 'Median and quartiles', 'Médiane et quartiles'],
    ['LargestGaps', 'Global and target rates far apart', 'Écarts entre taux global et métier visé'],
    ['FallingRates', 'Rates that fell', 'Taux en baisse'],
    ['CertifiedGrowth', 'Certified per year', 'Certifiés par an'],
    ['VaeShares', 'Share of validation of experience', 'Part de la VAE'],
    ['SmallRsCohorts', 'Small cohorts of the RS', 'Petites promotions du RS'],
    ['InsertionRates', 'Everything, in long form', 'Tout, en forme longue'],
  ]),
  group({ en: 'Due, late or missing', fr: 'Attendus, en retard, absents' }, [
    ['OverdueRates', 'Overdue rates', 'Taux en retard'],
    ['DueRates', 'Rates that fall due', 'Taux bientôt dus'],
    ['TooFewCohorts', 'Too few cohorts with a rate', 'Trop peu de promotions avec un taux'],
    ['OldCohorts', 'Old cohorts', 'Cohortes anciennes'],
    ['CompleteRates', 'Complete sets of rates', 'Jeux de taux complets'],
    ['FindingCounts', 'Findings', 'Anomalies'],
  ]),
  group({ en: 'Certifying bodies', fr: 'Certificateurs' }, [
    ['CertifierPortfolio', 'The portfolio of one', 'Le portefeuille d’un certificateur'],
    ['CoCertified', 'Certified by several', 'Certifiées à plusieurs'],
    ['PartnersByRole', 'Partners', 'Partenaires'],
  ]),
  group({ en: 'The data', fr: 'Les données' }, [
    ['DataStatus', 'What is served', 'Ce qui est servi'],
    ['ChangesSince', 'What changed', 'Ce qui a changé'],
    ['ReportProfile', 'What a report holds', 'Ce que contient un rapport'],
    ['Notes', 'Notes on figures', 'Notes sur les chiffres'],
    ['MeasureCatalogue', 'Catalogue of measures', 'Catalogue des mesures'],
  ]),
];

function group(
  title: Bilingual,
  questions: readonly (readonly [name: string, en: string, fr: string])[],
): QuestionGroup {
  return { title, questions: questions.map(([name, en, fr]) => ({ name, title: { en, fr } })) };
}
