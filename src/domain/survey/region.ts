/** A region of France, or an overseas collectivity, which is of none. */
export interface Region {
  /** Of INSEE: two digits, three of a collectivity. */
  readonly code: string;
  /** Of ISO 3166, which has those overseas as countries too; null = France. */
  readonly country: string | null;
  readonly name: string;
  /** By which postal codes of the region begin. */
  readonly postalPrefixes: readonly string[];
}

/**
 * The 18 regions with the departments in them, then the inhabited overseas collectivities. Source:
 * INSEE, code officiel géographique (régions, départements, collectivités d’outre-mer).
 */
export const REGIONS: readonly Region[] = [
  region('01', 'Guadeloupe', '971', 'GP'),
  region('02', 'Martinique', '972', 'MQ'),
  region('03', 'Guyane', '973', 'GF'),
  region('04', 'La Réunion', '974', 'RE'),
  region('06', 'Mayotte', '976', 'YT'),
  region('11', 'Île-de-France', '75 77 78 91 92 93 94 95'),
  region('24', 'Centre-Val de Loire', '18 28 36 37 41 45'),
  region('27', 'Bourgogne-Franche-Comté', '21 25 39 58 70 71 89 90'),
  region('28', 'Normandie', '14 27 50 61 76'),
  region('32', 'Hauts-de-France', '02 59 60 62 80'),
  region('44', 'Grand Est', '08 10 51 52 54 55 57 67 68 88'),
  region('52', 'Pays de la Loire', '44 49 53 72 85'),
  region('53', 'Bretagne', '22 29 35 56'),
  region('75', 'Nouvelle-Aquitaine', '16 17 19 23 24 33 40 47 64 79 86 87'),
  region('76', 'Occitanie', '09 11 12 30 31 32 34 46 48 65 66 81 82'),
  region('84', 'Auvergne-Rhône-Alpes', '01 03 07 15 26 38 42 43 63 69 73 74'),
  region('93', 'Provence-Alpes-Côte d’Azur', '04 05 06 13 83 84'),
  // Postal codes of Corsica kept the number that its departments, 2A and 2B, had together.
  region('94', 'Corse', '20'),
  region('975', 'Saint-Pierre-et-Miquelon', '975', 'PM'),
  // These two kept postal codes of Guadeloupe.
  region('977', 'Saint-Barthélemy', '97133', 'BL'),
  region('978', 'Saint-Martin', '97150', 'MF'),
  region('986', 'Wallis-et-Futuna', '986', 'WF'),
  region('987', 'Polynésie française', '987', 'PF'),
  region('988', 'Nouvelle-Calédonie', '988', 'NC'),
];

function region(
  code: string,
  name: string,
  prefixes: string,
  country: string | null = null,
): Region {
  return { code, name, country, postalPrefixes: prefixes.split(' ') };
}

const BY_CODE: ReadonlyMap<string, Region> = new Map(REGIONS.map((each) => [each.code, each]));

const BY_PREFIX: ReadonlyMap<string, string> = new Map(
  REGIONS.flatMap(({ code, postalPrefixes }) =>
    postalPrefixes.map((prefix) => [prefix, code] as const),
  ),
);

const BY_COUNTRY: ReadonlyMap<string, string> = new Map(
  REGIONS.flatMap(({ code, country }) => (country === null ? [] : [[country, code] as const])),
);

/**
 * The INSEE code of the overseas region or collectivity that is a country in ISO 3166 (RE for La
 * Réunion); null for any other country, France included.
 */
export function regionOfCountry(country: string): string | null {
  return BY_COUNTRY.get(country) ?? null;
}

/** Whether INSEE has a region, or an inhabited overseas collectivity, of this code. */
export function isRegionCode(code: string): boolean {
  return BY_CODE.has(code);
}

/** The French name of a region or overseas collectivity; null for a code that INSEE does not have. */
export function regionName(code: string): string | null {
  return BY_CODE.get(code)?.name ?? null;
}

/**
 * The INSEE code of the region, or overseas collectivity, that a postal code of 5 digits is of; null
 * for one that is not French, for Monaco and for what is no postal code.
 *
 * The department that a code begins with decides. A few villages are delivered from an office of the
 * next department, of another region for some: they are given that office's region. The first digits
 * of a foreign code of 5 digits are taken for a department too.
 *
 * @example regionOfPostalCode('75009') // '11'
 */
export function regionOfPostalCode(postalCode: string): string | null {
  if (!/^\d{5}$/.test(postalCode)) return null;
  return (
    BY_PREFIX.get(postalCode) ??
    BY_PREFIX.get(postalCode.slice(0, 3)) ??
    BY_PREFIX.get(postalCode.slice(0, 2)) ??
    null
  );
}
