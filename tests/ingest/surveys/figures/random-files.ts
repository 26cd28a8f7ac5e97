import type { RandomHolder, Writing } from './random-surveys.ts';

const ROSTER = [
  ...['certification', 'id_titulaire', 'date_obtention', 'voie_acces', 'sexe', 'annee_naissance'],
  ...['region_formation', 'resultat'],
];
const SITUATION = [
  ...['certification', 'id_titulaire', 'horizon', 'statut_reponse', 'date_observation', 'source'],
  ...['situation', 'metier_vise', 'contrat', 'duree_contrat_mois', 'temps_travail', 'quotite'],
  ...['categorie', 'remuneration_brute_annuelle', 'region_emploi', 'pays_emploi'],
];

function fileOf(rows: readonly (readonly (string | number | null)[])[], writing: Writing): string {
  const { delimiter, newline, mark } = writing;
  const cell = (value: string | number | null) => {
    const text = String(value ?? '');
    return text.includes(delimiter) ? `"${text}"` : text;
  };
  return mark + rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
}

function dayText(day: string | null, { french }: Writing): string | null {
  return french && day !== null ? day.split('-').reverse().join('/') : day;
}

function payText(pay: number | null, { french }: Writing): string | null {
  if (pay === null || !french) return pay === null ? null : String(pay);
  return `${String(pay).replace(/(\d)(?=(\d{3})+$)/g, '$1\u202f')},00`;
}

/** The roster as a CSV file. */
export function rosterFile(holders: readonly RandomHolder[], writing: Writing): string {
  const rows = holders.map((each) => [
    ...[each.code, each.id, dayText(each.obtainedOn, writing), each.route, each.sex],
    ...[each.birthYear, each.region, each.outcome],
  ]);
  return fileOf([ROSTER, ...rows], writing);
}

/** The situations at some horizons as a CSV file; null without any. */
export function situationFile(
  holders: readonly RandomHolder[],
  horizons: readonly number[],
  writing: Writing,
): string | null {
  const rows = holders.flatMap(({ code, id, answers }) =>
    horizons.flatMap((horizon) => {
      const of = answers.get(horizon);
      if (of === undefined) return [];
      return [
        [
          ...[code, id, horizon, of.status, dayText(of.observedOn, writing), of.source],
          ...[of.situation, of.target, of.contract, of.months, of.time, of.quota, of.category],
          ...[payText(of.pay, writing), of.jobRegion, of.jobCountry],
        ],
      ];
    }),
  );
  return rows.length === 0 ? null : fileOf([SITUATION, ...rows], writing);
}
