import { foldText } from '../search/fold-text.ts';
import type { IdentityKind } from './identity.ts';

/** Words that are an identity whatever stands beside them. */
const ALWAYS: ReadonlyMap<string, IdentityKind> = new Map([
  ...words('NAME', 'prenom prenoms patronyme patronymique surname firstname lastname forename'),
  ...words('NAME', 'fullname username identite'),
  ...words('NIR', 'nir nirpp secu ssn nss'),
  ...words('INE', 'ine ina'),
  ...words('EMAIL', 'email emails mail mails courriel courriels mel'),
  ...words('PHONE', 'telephone telephones tel tels portable mobile gsm phone phones cellphone'),
  ...words('BIRTH', 'ddn dob birthdate birthday birthplace'),
  ...words('PROFILE', 'linkedin viadeo facebook photo photographie iban rib ip passeport passport'),
]);

/** Words that are an identity together, in any order. */
const TOGETHER: readonly (readonly [IdentityKind, readonly string[]])[] = [
  ['NIR', ['securite', 'sociale']],
  ['NIR', ['social', 'security']],
  ['NIR', ['numero', 'ss']],
  ['NIR', ['n', 'ss']],
  ['NIR', ['no', 'ss']],
  ['NIR', ['num', 'ss']],
  ['INE', ['identifiant', 'national']],
  ['BIRTH', ['ne', 'le']],
  ['BIRTH', ['nee', 'le']],
];

const NAME = /^(?:noms?|names?)$/;
const ADDRESS = /^(?:adresses?|address(?:es)?|rue|street|domicile)$/;
const BIRTH = /^(?:naissance|naiss|birth)$/;
const YEAR = /^(?:annees?|an|years?)$/;
/** What of a birth is more than its year. */
const MORE_THAN_YEAR =
  /^(?:dates?|jours?|mois|lieu|villes?|communes?|pays|departement|dept?|code|insee|day|month|place|town|city|country)$/;

/** Words beside `nom` or `adresse` that leave it one of a person; others make it one of a thing. */
const OF_PERSON =
  /^(?:\d+|[a-z]|d[eu]s?|l[ae]s?|et|ou|the|of|and|or|num|numero|no|titulaire|candidate?|stagiaire|apprenante?|apprentie?|eleve|etudiante?|certifiee?|beneficiaire|personne|salariee?|participante?|laureate?|individu|alternante?|repondante?|contact|referente?|tuteur|tutrice|maitre|pere|mere|parent|conjointe?|epou[sx]e?|famille|naissance|usage|usuel|marital|complet|jeune|fille|full|first|last|middle|given|family|user|holder|student|person|birth|maiden|learner|trainee|apprentice|employee|graduate|respondent)s?$/;
const OF_HOME =
  /^(?:postale?|mail|personnelle|perso|domicile|complete?|complement|ligne|line|home|mailing|principale|actuelle|rue|street)s?$/;

function words(kind: IdentityKind, list: string): [string, IdentityKind][] {
  return list.split(' ').map((word) => [word, kind]);
}

/**
 * The words of a header, folded: `nomNaissance`, `NOM_NAISSANCE` and « Nom de naissance » have the
 * same but for « de ».
 */
function wordsOf(header: string): string[] {
  const parted = header
    .normalize('NFC')
    // « diplômé » is a person and « diplôme » none, which folding would make one.
    .replace(/diplômée?s?(?!\p{L})/giu, ' titulaire ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return foldedWords(parted);
}

function foldedWords(text: string): string[] {
  return foldText(text).match(/[a-z]+|\d+/g) ?? [];
}

/**
 * The identity of a person that a column holds by its name, in French or English, whatever its accents,
 * case and punctuation; null for none. Source: docs/surveys.md#identities.
 *
 * `nom`, « Nom du titulaire » and `name` are names of persons; `nom_organisme`, « Nom de la formation »
 * and the year of birth are accepted.
 */
export function identityOfHeader(header: string): IdentityKind | null {
  const given = wordsOf(header);
  // `LinkedIn` is one word, `nomNaissance` two.
  for (const word of [...given, ...foldedWords(header)]) {
    const kind = ALWAYS.get(word);
    if (kind !== undefined) return kind;
  }
  for (const [kind, together] of TOGETHER) {
    if (together.every((word) => given.includes(word))) return kind;
  }
  if (given.some((word) => NAME.test(word))) {
    const others = given.filter((word) => !NAME.test(word));
    if (others.every((word) => OF_PERSON.test(word))) return 'NAME';
  }
  if (given.some((word) => ADDRESS.test(word))) {
    const others = given.filter((word) => !ADDRESS.test(word));
    if (others.includes('electronique')) return 'EMAIL';
    if (others.every((word) => OF_PERSON.test(word) || OF_HOME.test(word))) return 'ADDRESS';
  }
  if (given.some((word) => BIRTH.test(word))) {
    const yearAlone = given.some((word) => YEAR.test(word));
    if (!yearAlone || given.some((word) => MORE_THAN_YEAR.test(word))) return 'BIRTH';
  }
  return null;
}
