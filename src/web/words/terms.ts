/** A term of the field, in both languages; codes are between backticks. */
interface Term {
  readonly en: string;
  readonly fr: string;
}

/** Terms of one matter. */
export interface TermGroup {
  /** What they are about, in English. */
  readonly title: string;
  readonly terms: readonly Term[];
}

/** The terms of docs/glossary.md, which is not installed, with the signs that French is set with: a test keeps both the same. */
const TERMS = `
## The registers
register (\`register\`) | répertoire\u00a0: RNCP (répertoire national des certifications professionnelles) ou RS (répertoire spécifique)
certification | certification professionnelle, enregistrée au RNCP ou au RS
sheet (\`Fiche\`) | fiche
register code (\`code\`) | numéro de fiche
technical number (\`sheetId\`) | identifiant technique de la fiche
title (\`title\`) | intitulé
abbreviation (\`abbreviation\`) | abrégé (type de certification\u00a0: BTS, TP, CQP…)
editorial state (\`editorialState\`) | état de la fiche\u00a0; n’est pas le statut
active flag (\`activeFlag\`) | fiche active
publication | export publié, rendu consultable par un import
source | export XML, page publique de la fiche, fichier de statistiques
change (\`changes\`, \`history\`), its \`kind\` | changement d’une publication à la suivante, et sa nature\u00a0: fiche nouvelle, retirée, échue, modifiée\u00a0; chiffre ajouté, modifié, retiré
revision (\`revisions\`) | révision d’un chiffre de promotion après sa publication
removed certification (\`removedCertification\`) | certification retirée des répertoires, telle qu’elle y était en dernier
as known on (\`knownOn\`), dated on (\`datedOn\`) | tel que connu à une date\u00a0; jour d’une publication
finding | anomalie relevée à la lecture d’une source, ou déduite des données à la publication
## Registration
registration type (\`registrationType\`) | type d’enregistrement
by law (\`BY_LAW\`) | enregistrement de droit
on request (\`ON_REQUEST\`) | enregistrement sur demande
decision date (\`decisionOn\`) | date de décision
effective date (\`effectiveOn\`) | date d’effet
registration end (\`registrationEndsOn\`) | date d’échéance (de fin) de l’enregistrement\u00a0; dernier jour actif
publication of the sheet (\`publishedOn\`) | date de publication de la fiche
last journal (\`lastJournalOn\`) | date du dernier Journal officiel
delivery limit (\`deliveryLimitOn\`) | date limite de délivrance
registration years (\`registrationYears\`) | durée de l’enregistrement, en années
validity years (\`validityYears\`) | durée de validité, en années (RS)
renewal | renouvellement de l’enregistrement
legal reference (\`legalReferences\`) | référence des textes réglementaires (décrets général, de création, autres)
collective agreement (\`collectiveAgreements\`) | convention collective (CCN, IDCC)
## What is certified
level (\`level\`) | niveau de qualification\u00a0; niveau du cadre national, égal à celui du cadre européen (CEC)
years granted the level (\`levelYears\`) | années des promotions bénéficiant du niveau
speciality (\`specialities\`) | spécialité de formation (code NSF)
formacode (\`formacodes\`) | Formacode®
occupation (\`occupations\`) | métier, emploi (code ROME)
target occupation | métier visé
block (\`blocks\`) | bloc de compétences
skills of a block (\`skills\`) | liste de compétences
assessment modes (\`assessmentModes\`) | modalités d’évaluation
objectives (\`objectives\`) | objectifs et contexte de la certification
activities (\`activities\`) | activités visées
attested skills (\`attestedSkills\`) | compétences attestées
sectors (\`sectors\`) | secteurs d’activité
job types (\`jobTypes\`) | type d’emplois accessibles
regulations (\`regulations\`) | références juridiques des réglementations d’activité
mastery levels (\`masteryLevels\`) | niveaux de maîtrise des compétences (RS)
renewal terms (\`renewalTerms\`) | modalités de renouvellement (RS)
partial validation (\`partialValidation\`, \`partialValidationScope\`) | validation partielle et son périmètre (RS)
description link (\`descriptionLink\`) | lien internet vers le descriptif de la certification
reference framework (\`referenceFramework\`) | référentiel d’activité, de compétences et d’évaluation
## Getting it
access route (\`accessRoutes\`, \`route\`) | voie d’accès
initial training (\`INITIAL_TRAINING\`) | parcours de formation sous statut d’élève ou d’étudiant
apprenticeship (\`APPRENTICESHIP\`) | contrat d’apprentissage
continuing training (\`CONTINUING_TRAINING\`) | parcours de formation continue
professionalisation contract (\`PROFESSIONALISATION_CONTRACT\`) | contrat de professionnalisation
individual application (\`INDIVIDUAL_APPLICATION\`) | candidature individuelle
experience (\`VAE\`) | validation des acquis de l’expérience (VAE)
open (\`open\`), jury (\`jury\`) | voie ouverte\u00a0; composition du jury
changed on (\`changedOn\`) | date de dernière modification
entry prerequisites (\`entryPrerequisites\`) | prérequis à l’entrée en formation
validation prerequisites (\`validationPrerequisites\`) | prérequis à la validation de la certification
distinct block prerequisites (\`distinctBlockPrerequisites\`) | prérequis distincts pour les blocs de compétences
acquisition by blocks (\`acquisitionByBlocks\`) | modalités d’acquisition par capitalisation des blocs ou par correspondance
validity of components (\`componentsValidity\`) | validité des composantes acquises
preparing bodies (\`preparingBodies\`) | liste des organismes préparant à la certification
New Caledonia (\`newCaledonia\`) | inscrite au cadre de la Nouvelle-Calédonie
French Polynesia (\`frenchPolynesia\`) | inscrite au cadre de la Polynésie française
## Who
certifier (\`certifiers\`), certifying body | certificateur, ministère ou organisme certificateur
name (\`name\`) | nom légal
trade name (\`tradeName\`) | nom commercial
website (\`website\`) | site internet
establishment number (\`siret\`) | SIRET
legal unit number (\`siren\`) | SIREN\u00a0: les neuf premiers chiffres du SIRET
state (\`state\`) | état du certificateur\u00a0; état de l’habilitation
state changed on (\`stateChangedOn\`) | date de dernière modification de l’état
partner (\`partners\`) | partenaire habilité
partners may exist (\`partnersMayExist\`) | existence de partenaires
role (\`role\`) | habilitation\u00a0: former, organiser l’évaluation, former et organiser
active since (\`activeSince\`) | date d’activation de l’habilitation
## Figures
cohort (\`cohorts\`) | promotion
year (\`year\`) | année d’obtention de la certification
certified (\`certified\`) | nombre de certifiés
certified through VAE (\`certifiedThroughVae\`) | nombre de certifiés à la suite d’un parcours VAE
insertion rate (\`rates\`) | taux d’insertion
\`GLOBAL_6_MONTHS\` | taux d’insertion global à 6 mois
\`TARGET_OCCUPATION_6_MONTHS\` | taux d’insertion dans le métier visé à 6 mois
\`TARGET_OCCUPATION_2_YEARS\` | taux d’insertion dans le métier visé à 2 ans
pooled rate | taux de plusieurs promotions réunies
coverage | couverture\u00a0: part des certifiés dont la promotion a un taux publié
interval (\`interval\`) | intervalle de confiance (binomial, de Wilson)
interval between certifications (\`betweenCertifications\`, \`_low_between\`, \`_high_between\`) | intervalle entre certifications\u00a0: tient compte de ce qu’elles diffèrent entre elles
standard error (\`standardError\`) | erreur type
cluster (\`certifications\` of an interval) | certification dont toutes les promotions comptent ensemble
design effect (\`designEffect\`) | effet de plan\u00a0: variance rapportée à celle de certifiés indépendants
base, basis | effectif de référence\u00a0; nature de cet effectif
reliability | fiabilité, selon l’effectif
status of a rate | statut du taux\u00a0: publié, attendu, en retard…
as-of date (\`asOf\`) | date de référence, à Paris
measure | indicateur du catalogue
change of a rate (\`change\`), its \`verdict\` and \`reason\` | évolution d’un taux\u00a0; hausse, baisse ou non significative, et le motif
why there is no change (\`changeStatus\`) | motif de l’absence d’évolution
note (\`notes\`), break in series (\`BREAK_IN_SERIES\`) | note de l’exploitant du serveur sur des chiffres, rupture de série
like-for-like change (\`likeForLike\`) | évolution à certifications constantes
group, dimension | groupe, axe d’analyse
median, quartiles | médiane, quartiles des certifications
facet | nombre de certifications par valeur d’un critère de filtre
benchmark, peers | comparaison avec les certifications de métiers similaires ou proches
percentile | rang centile parmi les certifications comparées
verdict of a comparison (\`verdict\`) | verdict de la comparaison\u00a0: en dessous, au-dessus, sans différence établie ou insuffisant
interval of the median (\`peerMedianInterval\`) | intervalle de la médiane des certifications comparées
smallest base of a peer (\`minimumBase\`), those under it (\`peersTooSmall\`) | effectif minimal d’une certification comparée\u00a0; certifications proches à l’effectif trop petit
funnel (\`funnels\`), its limits and positions | entonnoir (graphique en entonnoir)\u00a0: limites autour du taux des certifications comparées, position dans l’entonnoir
overdispersion (\`phi\`, \`tauSquared\`) | surdispersion\u00a0: variance des certifications comparées au-delà du hasard, φ et τ²
p-value (\`pValue\`) | valeur p\u00a0: probabilité d’être aussi loin par hasard
q-value (\`qValue\`) | valeur q\u00a0: part de celles qui sont au moins aussi loin qui l’est par hasard
tested (\`tested\`), expected by chance (\`expectedByChance\`) | nombre de comparaisons testées\u00a0; nombre hors 95\u00a0% par hasard seul, dans les deux sens
stage and readiness of a renewal | étape et éléments d’une demande de renouvellement
portfolio | certifications d’un certificateur
co-certifier | cocertificateur
legal unit, establishment | unité légale (SIREN), établissement (SIRET)
## Holders' surveys
holder | titulaire d’une certification\u00a0: qui l’a obtenue en entier
holders' survey, cohort survey | enquête auprès des titulaires\u00a0; celle d’une promotion
hand-over file | fichier d’accrochage, remis à la Caisse des Dépôts
roster | liste des titulaires d’une promotion
obtention (\`date_obtention\`) | obtention de la certification
horizon (\`horizon\`) | horizon\u00a0: mois écoulés depuis l’obtention
situation (\`situation\`) | situation du titulaire à un horizon
respondents, R | répondants
neutralised, Z | situations neutralisées\u00a0: hors du numérateur et du dénominateur d’un taux
eligible, n | répondants dont la situation n’est pas neutralisée\u00a0: dénominateur des taux
employed, E; in the target occupation, M | en emploi\u00a0; dans le métier visé
response rate, coverage of a survey | taux de réponse\u00a0; part des certifiés dont le taux tient compte
stable employment | emploi durable\u00a0: CDI, fonctionnaire, indépendant, CDD de plus de 6 mois
share of executives | part des cadres
bounds of non-response | bornes\u00a0: ce qu’est le taux quoi qu’aient répondu ceux qui ne l’ont pas fait
weighted by route | redressé par voie d’accès
change on the same holders | évolution à titulaires constants
international certification | certification internationale\u00a0: l’emploi hors de France y compte
work-study (\`ALTERNANCE\`) | alternance\u00a0: contrat d’apprentissage ou de professionnalisation
mapping | correspondance entre les colonnes d’un fichier et les champs
suppressed | masqué\u00a0: retenu pour que personne ne s’y reconnaisse
complement | masqué par complément\u00a0: pour que d’autres ne s’en déduisent pas
window | dernières promotions réunies
noise, perturbed count | bruit\u00a0; effectif perturbé (méthode des clés de cellules, ici par groupe)
keyed hash | empreinte à clé (HMAC)
record key | clé d’enregistrement, dont le bruit est tiré\u00a0; jamais diffusée
examiner | instructeur d’une demande d’enregistrement
## Links
lineage | filiation entre certifications
series along a lineage | série des taux au fil de la filiation
predecessor (\`predecessors\`) | ancienne certification, certification remplacée
successor (\`successors\`) | nouvelle certification, certification remplaçante
equivalence (\`equivalences\`) | correspondance, entre certifications ou entre blocs
source blocks (\`sourceBlocks\`) | blocs d’origine\u00a0; aucun\u00a0: la certification entière
target (\`targetCode\`, \`targetBlocks\`) | certification et blocs de destination
## The program
export | fichier XML que France compétences publie chaque jour, un par répertoire
supplement (\`supplements\`) | complément\u00a0: fiche publique ou fichier de statistiques, repris après chaque export
snapshot (\`Snapshot\`) | publication chargée en mémoire, en colonnes
report, dataset | rapport\u00a0: lignes et colonnes déclarées une fois, pour tous les formats
report file | fichier d’un rapport, téléchargé par un utilisateur
operation, persisted operation | requête GraphQL\u00a0; requête enregistrée, appelée par son identifiant
star | étoile\u00a0: tables de faits et de dimensions du schéma \`bi\`
fact of a cohort (\`CohortFact\`) | ce que les statistiques additionnent d’une promotion\u00a0: certifiés, taux, issue de chaque taux
outcome of a rate (\`RateOutcome\`) | issue d’un taux\u00a0: ce qui est acquis avant de connaître la date de référence, qui en fait un statut
board of peers (\`PeerBoard\`) | tableau des certifications comparées selon une règle\u00a0: pairs de chacune et comparaison
`;

/** The terms by matter, in the order of docs/glossary.md. */
export const TERM_GROUPS: readonly TermGroup[] = TERMS.split('\n## ')
  .slice(1)
  .map((section) => {
    const [title = '', ...lines] = section.trim().split('\n');
    const terms = lines.map((line) => {
      const [en = '', fr = ''] = line.split(' | ');
      return { en, fr };
    });
    return { title, terms };
  });
