import type { FindingRule } from './finding.ts';

/** What a rule says in English, with `{}` for what differs, and the same in French: `{0}`, `{1}` … */
type Translation = readonly [en: string, fr: string];

const FIRST_COUNTS = 'la première occurrence compte';

/**
 * The texts of the rules in French, by their English, which is what a finding is kept with and is
 * recognised by. A test holds each to the rule that says it.
 */
export const FRENCH: Readonly<Partial<Record<FindingRule, readonly Translation[]>>> = {
  REFUSED_FICHE: [
    [
      'no readable NUMERO_FICHE: RNCP or RS and a number are accepted',
      'aucun NUMERO_FICHE lisible : RNCP ou RS et un nombre sont acceptés',
    ],
    ['INTITULE is absent: a fiche has a title', 'INTITULE est absent : une fiche a un intitulé'],
  ],
  REFUSED_VALUE: [
    [
      'not a day: a real date of the years 1900 to 2200 written dd/mm/yyyy is accepted, for example {}',
      'pas un jour : une date réelle des années 1900 à 2200 écrite jj/mm/aaaa est acceptée, par exemple {0}',
    ],
    ['neither Oui nor Non', 'ni Oui ni Non'],
    [
      'not a {}: an integer of 0 or more is accepted',
      'pas un nombre entier : un entier de 0 ou plus est accepté',
    ],
    ['too large: at most {} is accepted', 'trop grand : {0} au plus est accepté'],
    [
      'not a year: {} to {} is accepted, as 4 digits',
      'pas une année : de {0} à {1}, en 4 chiffres',
    ],
    ['not a SIRET: 14 digits are accepted', 'pas un SIRET : 14 chiffres sont acceptés'],
    [
      'not a register code: RNCP or RS and a number',
      'pas un numéro de fiche : RNCP ou RS et un nombre',
    ],
    [
      '"{}" is not a register code: write RNCP35746, RS6232, 35746 (for RNCP35746), or the address of the public page, {}',
      '« {0} » n’est pas un numéro de fiche : écrivez RNCP35746, RS6232, 35746 (pour RNCP35746), ou l’adresse de la page publique, {1}',
    ],
    ['unknown: {} are accepted', 'inconnu : sont acceptés {0}'],
    ['given more than once: the first counts', `donné plusieurs fois : ${FIRST_COUNTS}`],
    ['{} is absent: it is required here', '{0} est absent : il est requis ici'],
    ['SOURCE names no block', 'SOURCE ne nomme aucun bloc'],
    [
      'not a row of name, SIRET, trade name and site',
      'pas une ligne de nom, SIRET, nom commercial et site',
    ],
    ['not a ROME code and its label', 'pas un code ROME et son libellé'],
    [
      'not a row of {} cells, a year first',
      'pas une ligne de {0} cellules commençant par une année',
    ],
    ['not a register code and a title', 'pas un numéro de fiche et un intitulé'],
    [
      '{} cells instead of {}; a cell that holds the separator is quoted',
      '{0} cellules au lieu de {1} ; une cellule qui contient le séparateur se met entre guillemets',
    ],
    ['a cohort has a year, of 4 digits', 'une promotion a une année, de 4 chiffres'],
  ],
  INVALID_RATE: [
    [
      'not a rate: a number from 0 to 100 is accepted, as {}',
      'pas un taux : un nombre de 0 à 100 est accepté, comme 86, 86.5, 86,5 ou 86 %',
    ],
  ],
  DUPLICATE_FICHE: [
    [
      'this fiche is in the file more than once: the first counts',
      `cette fiche est plusieurs fois dans le fichier : ${FIRST_COUNTS}`,
    ],
  ],
  DUPLICATE_COHORT_YEAR: [
    [
      'this cohort is given more than once: the first counts',
      `cette promotion est donnée plusieurs fois : ${FIRST_COUNTS}`,
    ],
    ['the first row counts', 'la première ligne compte'],
    [
      '{} is given more than once: the first counts',
      `{0} est donné plusieurs fois : ${FIRST_COUNTS}`,
    ],
  ],
  INVALID_SIRET: [
    [
      'the check digit of this SIRET is wrong: it is served as given, and no establishment has it',
      'la clé de ce SIRET est fausse : il est servi tel quel, et aucun établissement ne le porte',
    ],
  ],
  SOURCES_DISAGREE: [
    [
      'the {} says {}, the {} {}: the {} prevails',
      'deux sources se contredisent : {1} et {3}, qui est servi',
    ],
  ],
  RATE_ON_RS: [
    [
      'an insertion rate of {} on a certification of the RS: rates are published in the RNCP alone, so none is expected here',
      'un taux d’insertion de {0} sur une certification du RS : seul le RNCP publie des taux, aucun n’est attendu ici',
    ],
  ],
  TARGET_ABOVE_GLOBAL: [
    [
      'at 6 months a rate of {} in the target occupation is above the global rate of {}: whoever is in the target occupation is in employment, so at most {} is possible (one more by rounding)',
      'à 6 mois, un taux de {0} dans le métier visé dépasse le taux global de {1} : qui exerce le métier visé est en emploi, donc {2} au plus est possible (un de plus par arrondi)',
    ],
  ],
  IMPOSSIBLE_RATES: [
    [
      'no number out of at most {} respondents makes a rate of {}, even rounded: the number of certified or a rate {} be wrong',
      'aucun nombre parmi {0} répondants au plus ne donne un taux de {1}, même arrondi : le nombre de certifiés ou un taux doit être faux',
    ],
    [
      'no numbers out of the same respondents, at most {}, make rates of {} and {}, even rounded: the number of certified or a rate {} be wrong',
      'aucun nombre parmi les mêmes répondants, {0} au plus, ne donne des taux de {1} et {2}, même arrondis : le nombre de certifiés ou un taux doit être faux',
    ],
  ],
  VAE_ABOVE_CERTIFIED: [
    [
      '{} certified through VAE are more than the {} certified, among whom they are counted: at most {} are possible',
      '{0} certifiés par la VAE sont plus que les {1} certifiés, parmi lesquels ils comptent : {2} au plus sont possibles',
    ],
  ],
  IMPLAUSIBLE_COHORT_YEAR: [
    [
      'a cohort of {} is {}: the year in which its holders obtained the certification is expected, {} or later and not in the future',
      'une promotion de {0} est invraisemblable : l’année d’obtention est attendue, {2} ou après, et pas dans le futur',
    ],
  ],
  PUBLISHED_BEFORE_OBSERVABLE: [
    [
      'a rate of {} was first published on {}, before it could be observed: for the cohort of {} that is from {} on',
      'un taux de {0} a été publié pour la première fois le {1}, avant de pouvoir être observé : pour la promotion de {2}, c’est à partir du {3}',
    ],
  ],
  ACTIVE_FLAG_CONTRADICTS_END: [
    [
      'flagged active after the registration ended on {}: Non is expected from the day after',
      'dite active après la fin d’enregistrement du {0} : Non est attendu dès le lendemain',
    ],
    [
      'flagged inactive before the registration ends on {}: Oui is expected up to and including that day',
      'dite inactive avant la fin d’enregistrement du {0} : Oui est attendu jusqu’à ce jour compris',
    ],
  ],
  UNKNOWN_LEVEL: [
    [
      'an active certification of the RNCP has no level: NIV1 to NIV8, AUCUN or REPRISE is expected',
      'une certification active du RNCP n’a pas de niveau : NIV1 à NIV8, AUCUN ou REPRISE est attendu',
    ],
    [
      '"{}" is not a level: NIV1 to NIV8, AUCUN or REPRISE is expected',
      '« {0} » n’est pas un niveau : NIV1 à NIV8, AUCUN ou REPRISE est attendu',
    ],
  ],
  DUPLICATE_BLOCK_CODE: [
    [
      '{} blocks of this fiche have the code "{}": each is expected to have one of its own',
      '{0} blocs de cette fiche ont le code « {1} » : chacun devrait avoir le sien',
    ],
  ],
  MISSING_CERTIFIER: [
    [
      'an active certification has no certifying body in force (former ones only): at least one is expected',
      'une certification active n’a aucun certificateur en vigueur (anciens seulement) : un au moins est attendu',
    ],
    [
      'an active certification has no certifying body in force: at least one is expected',
      'une certification active n’a aucun certificateur en vigueur : un au moins est attendu',
    ],
  ],
  PERFECT_RATE_ON_LARGE_COHORT: [
    [
      'a rate of 100 for {} certified: so large a cohort seldom has no exception at all, so the figure should be confirmed',
      'un taux de 100 pour {0} certifiés : une si grande promotion est rarement sans exception, le chiffre est à confirmer',
    ],
  ],
  REPEATED_RATES: [
    [
      'the cohorts of {} have the same rates ({}): each cohort has a survey of its own, so these may be copies of one',
      'les promotions de {0} ont les mêmes taux ({1}) : chaque promotion a son enquête, ce sont peut-être des copies d’une seule',
    ],
  ],
  FIGURE_CHANGED: [
    [
      '{} was published for the cohort of {} and is no longer: what was once published should stay, or be corrected',
      '{0} était publié pour la promotion de {1} et ne l’est plus : ce qui a été publié devrait rester, ou être corrigé',
    ],
    [
      '{} was published for the cohort of {}, then {}: a cohort is closed, so only a correction should change its figures',
      '{0} était publié pour la promotion de {1}, puis {2} : une promotion est close, seule une correction devrait changer ses chiffres',
    ],
  ],
  END_DATE_MISMATCH: [
    [
      'the registration ends on {}, but the decision of {} and a duration of {} {} give {}: one of the three is wrong',
      'l’enregistrement finit le {0}, mais la décision du {1} et une durée de {2} an(s) donnent une autre date ({4}) : l’une des trois est fausse',
    ],
  ],
  TOO_FEW_USABLE_COHORTS: [
    [
      'the registration ends on {}, and cohorts with a published global rate at 6 months: {}. A request for renewal usually shows {}',
      'l’enregistrement finit le {0}, et les promotions au taux global à 6 mois publié sont : {1}. Une demande de renouvellement en montre d’ordinaire {2}',
    ],
  ],
  MALFORMED_BLOCK_CODE: [
    [
      '"{}" is not the code of a block: RNCP, a number, BC and two digits or more are expected, for example RNCP35746BC01',
      '« {0} » n’est pas le code d’un bloc : RNCP, un nombre, BC et deux chiffres ou plus sont attendus, par exemple RNCP35746BC01',
    ],
  ],
  MISSING_SIRET: [
    [
      'the certifying body "{}" (row {} of this name) has no SIRET: 14 digits are expected of a body in force',
      'le certificateur « {0} » (ligne {1} de ce nom) n’a pas de SIRET : 14 chiffres sont attendus d’un certificateur en vigueur',
    ],
    [
      'the certifying body "{}" has no SIRET: 14 digits are expected of a body in force',
      'le certificateur « {0} » n’a pas de SIRET : 14 chiffres sont attendus d’un certificateur en vigueur',
    ],
  ],
  DANGLING_LINEAGE: [
    [
      '{} is not in the registers: the code of another certification is expected',
      '{0} n’est pas dans les répertoires : le numéro d’une autre certification est attendu',
    ],
  ],
  ONE_SIDED_LINEAGE: [
    [
      'this fiche names {}, which does not name it back: {} is expected in its {}',
      'cette fiche nomme {0}, qui ne la nomme pas en retour : {1} est attendu dans ses {2}',
    ],
  ],
  LINK_NOT_URL: [
    [
      'not the address of a web page: one address with http:// or https:// and no spaces is expected, for example {}',
      'pas l’adresse d’une page : une adresse en http:// ou https:// sans espace est attendue, par exemple {0}',
    ],
  ],
  MISSING_ACCESS_ROUTE: [
    [
      'the table of access routes has no row that begins so: whether this route is open is not known',
      'le tableau des voies d’accès n’a aucune ligne qui commence ainsi : on ne sait pas si cette voie est ouverte',
    ],
  ],
  RATE_WITHOUT_HOLDER: [
    [
      'a rate of {} for a cohort of 0 certified: either somebody was certified or there is no rate',
      'un taux de {0} pour une promotion de 0 certifié : soit il y a eu des certifiés, soit il n’y a pas de taux',
    ],
  ],
  STATISTICS_NOT_UPDATED: [
    [
      'no figure changed in any publication of the last {} months: for a certification registered on request, statistics are to be sent at least every two years',
      'aucun chiffre n’a changé dans aucune publication des {0} derniers mois : pour une certification enregistrée sur demande, les statistiques sont à transmettre au moins tous les deux ans',
    ],
  ],
  STATISTICS_LIKELY_STALE: [
    [
      'the newest cohort with a global rate at 6 months is that of {}: for a certification registered on request, statistics are to be sent at least every two years',
      'la promotion la plus récente au taux global à 6 mois publié est celle de {0} : pour une certification enregistrée sur demande, les statistiques sont à transmettre au moins tous les deux ans',
    ],
  ],
  MISSING_COHORT_YEARS: [
    [
      'there is no cohort of {}, whose rate at 6 months would be overdue: a line is expected for each year, with 0 certified if nobody was',
      'il n’y a pas de promotion de {0}, dont le taux à 6 mois serait en retard : une ligne est attendue pour chaque année, avec 0 certifié si personne ne l’a été',
    ],
  ],
};
