import { describe, expect, test } from 'vitest';
import {
  officialOccupationLabel,
  officialSpecialityLabel,
} from '../../../src/domain/nomenclature/nomenclature-labels.ts';

const digits = (count: number) =>
  Array.from({ length: 10 ** count }, (_, number) => String(number).padStart(count, '0'));

describe('the upper levels of NSF', () => {
  test.each([
    ['1', 'Domaines disciplinaires'],
    ['2', 'Domaines technico-professionnels de la production'],
    ['3', 'Domaines technico-professionnels des services'],
    ['4', 'Domaines du développement personnel'],
    ['10', 'Formations générales'],
    ['11', 'Mathématiques et sciences'],
    ['12', 'Sciences humaines et droit'],
    ['13', 'Lettres et arts'],
    ['20', 'Spécialités pluritechnologiques de la production'],
    ['21', 'Agriculture, pêche, forêt et espaces verts'],
    ['22', 'Transformations'],
    ['24', 'Matériaux souples'],
    ['25', 'Mécanique, électricité, électronique'],
    ['30', 'Spécialités plurivalentes des services'],
    ['31', 'Échanges et gestion'],
    ['32', 'Communication et information'],
    ['33', 'Services aux personnes'],
    ['34', 'Services à la collectivité'],
  ])('%s is « %s »', (code, label) => {
    expect(officialSpecialityLabel(code)).toBe(label);
  });

  // Sources write these three in more ways than one.
  test.each([
    ['23', /^Génie civil, construction/],
    ['41', /apacités individuelles/],
    ['42', /ctivités quotidiennes et de loisirs$/],
  ])('%s is like %s', (code, label) => {
    expect(officialSpecialityLabel(code)).toMatch(label);
  });

  test('are four domains and seventeen subdomains, each in one of the domains', () => {
    const known = (codes: readonly string[]) =>
      codes.filter((code) => officialSpecialityLabel(code) !== null);
    expect(known(digits(1))).toEqual(['1', '2', '3', '4']);
    const subdomains = known(digits(2));
    expect(subdomains).toHaveLength(17);
    const ofDomain = (domain: string) => subdomains.filter((code) => code.startsWith(domain));
    expect(['1', '2', '3', '4'].map((domain) => ofDomain(domain).length)).toEqual([4, 6, 5, 2]);
    const labels = subdomains.map(officialSpecialityLabel);
    expect(new Set(labels).size).toBe(17);
  });

  test.each(['', '0', '5', '14', '35', '43', '326', '326t', '01', ' 3', 'M18'])(
    'there is no label for %j',
    (code) => {
      expect(officialSpecialityLabel(code)).toBeNull();
    },
  );
});

describe('the domains of ROME', () => {
  // One of each letter.
  test.each([
    ['A11', 'Engins agricoles et forestiers'],
    ['B17', 'Taxidermie'],
    ['C12', 'Banque'],
    ['D14', 'Force de vente'],
    ['E11', 'Edition et communication'],
    ['F17', 'Travaux et gros oeuvre'],
    ['G16', 'Production culinaire'],
    ['H24', 'Cuir et textile'],
    ['I16', 'Véhicules, engins, aéronefs'],
    ['J11', 'Praticiens médicaux'],
    ['K21', 'Formation initiale et continue'],
    ['L14', 'Sport professionnel'],
    ['M18', 'Systèmes d’information et de télécommunication'],
    ['N41', 'Personnel de conduite du transport routier'],
  ])('%s is « %s »', (code, label) => {
    expect(officialOccupationLabel(code)).toBe(label);
  });

  // ROME has 110 domaines professionnels in its 14 grands domaines.
  test.each([
    ['A', 5],
    ['B', 8],
    ['C', 5],
    ['D', 5],
    ['E', 4],
    ['F', 7],
    ['G', 8],
    ['H', 18],
    ['I', 6],
    ['J', 5],
    ['K', 15],
    ['L', 5],
    ['M', 8],
    ['N', 11],
    ['O', 0],
    ['Z', 0],
  ])('%s has %i of them', (letter, count) => {
    const labels = digits(2).map((number) => officialOccupationLabel(`${letter}${number}`));
    expect(labels.filter((label) => label !== null)).toHaveLength(count);
  });

  test.each(['', 'M', 'M1', 'M1805', 'm18', 'M10', 'M19', 'H20', '18', ' M18'])(
    'there is no label for %j',
    (code) => {
      expect(officialOccupationLabel(code)).toBeNull();
    },
  );
});

test.each(['constructor', 'toString', '__proto__'])(
  '%s, which every object has, has no label',
  (name) => {
    expect(officialSpecialityLabel(name)).toBeNull();
    expect(officialOccupationLabel(name)).toBeNull();
  },
);
