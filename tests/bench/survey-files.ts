/** Files of fictitious surveys of any size, for benchmarks. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** Cohorts of certifications that holders are spread over. */
export interface SurveySize {
  readonly codes: readonly string[];
  readonly years: readonly number[];
  readonly holders: number;
}

/** Reproducible numbers from 0 to 1: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ROUTES = ['ELEVE_ETUDIANT', 'APPRENTISSAGE', 'FORMATION_CONTINUE', 'VAE', 'CONTRAT_PRO'];
const REGIONS = ['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93', '94'];
const CONTRACTS = ['CDI', 'CDI', 'CDI', 'CDD', 'INTERIM', 'INDEPENDANT'];

/** Writes a roster and the situations of two horizons; gives their paths. */
export async function writeSurveys(folder: string, size: SurveySize): Promise<string[]> {
  const paths = ['titulaires.csv', 'situations.csv'].map((name) => join(folder, name));
  const [roster, situations] = paths.map((path) => createWriteStream(path));
  if (!roster || !situations) throw new Error('there is no stream');
  roster.write(
    'certification,id_titulaire,date_obtention,voie_acces,sexe,annee_naissance,region_formation\n',
  );
  situations.write(
    'certification,id_titulaire,horizon,statut_reponse,date_observation,source,situation,metier_vise,contrat,duree_contrat_mois,temps_travail,quotite,categorie,remuneration_brute_annuelle,region_emploi\n',
  );
  const random = randomFrom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const cohorts = size.codes.flatMap((code) => size.years.map((year) => ({ code, year })));
  for (let holder = 0; holder < size.holders; holder++) {
    const { code, year } = cohorts[Math.floor((holder * cohorts.length) / size.holders)] ?? {
      code: '',
      year: 2020,
    };
    const day = 1 + Math.floor(random() * 28);
    const id = `T${String(holder).padStart(7, '0')}`;
    const region = pick(REGIONS);
    roster.write(
      `${code},${id},${year}-06-${String(day).padStart(2, '0')},${pick(ROUTES)},${random() < 0.5 ? 'F' : 'M'},${year - 20 - Math.floor(random() * 30)},${region}\n`,
    );
    for (const [horizon, observed] of [
      [6, `${year + 1}-01-15`],
      [24, `${year + 2}-07-15`],
    ] as const) {
      situations.write(
        `${code},${id},${horizon},${situation(random, { observed, region, pick })}\n`,
      );
    }
    if (holder % 20_000 === 0) await drained([roster, situations]);
  }
  for (const stream of [roster, situations]) {
    stream.end();
    await finished(stream);
  }
  return paths;
}

async function drained(streams: readonly ReturnType<typeof createWriteStream>[]): Promise<void> {
  for (const stream of streams) {
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
}

interface Draw {
  readonly observed: string;
  readonly region: string;
  readonly pick: (list: readonly string[]) => string;
}

function situation(random: () => number, { observed, region, pick }: Draw): string {
  const drawn = random();
  if (drawn < 0.3) return `${drawn < 0.25 ? 'INJOIGNABLE' : 'REFUS'},${','.repeat(10)}`;
  if (drawn < 0.38) return `REPONDU,${observed},QUESTIONNAIRE,POURSUITE_ETUDES${','.repeat(8)}`;
  if (drawn < 0.5) return `REPONDU,${observed},TELEPHONE,RECHERCHE${','.repeat(8)}`;
  const contract = pick(CONTRACTS);
  const months = contract === 'CDD' ? String(3 + Math.floor(random() * 12)) : '';
  const category =
    contract === 'INDEPENDANT' ? 'SANS_OBJET' : pick(['CADRE', 'EMPLOYE', 'OUVRIER']);
  const pay = 22_000 + Math.floor(random() * 30) * 1_000;
  const target = random() < 0.75 ? 'OUI' : 'NON';
  return `REPONDU,${observed},QUESTIONNAIRE,EMPLOI,${target},${contract},${months},PLEIN,100,${category},${pay},${random() < 0.8 ? region : '11'}`;
}
