import type { AgreementDraft, CodeDraft } from './draft.ts';
import { DRAW, drawOf, type Place, type Plan } from './family.ts';
import { AGREEMENTS, BRANCH_CERTIFICATE, DIPLOMAS, FORMACODE, NSF, ROME } from './nomenclature.ts';
import type { Random } from './random.ts';
import type { Registration } from './registration.ts';
import { typedLabel } from './spoiling.ts';
import { agreementOf } from './vocabulary.ts';
import { xmlText } from './xml.ts';

/** The codes that a fiche is found by. */
export interface Classification {
  readonly abbreviation: CodeDraft | null;
  readonly level: CodeDraft | null;
  readonly formacodes: readonly CodeDraft[];
  readonly specialities: readonly CodeDraft[];
  readonly occupations: readonly CodeDraft[];
  readonly agreements: readonly AgreementDraft[];
}

function labelled(
  random: Random,
  nomenclature: Readonly<Record<string, string>>,
  codes: readonly string[],
): CodeDraft[] {
  return codes.map((code) => {
    const label = nomenclature[code];
    if (label === undefined) throw new RangeError(`"${code}" has no label in the nomenclature`);
    return { code: xmlText(code), label: typedLabel(random, label) };
  });
}

/** NSF is a prefix tree: a few fiches name a branch of 1 or 2 characters instead of the leaf. */
function specialityCodes(random: Random, codes: readonly string[]): readonly string[] {
  const kept = codes.slice(0, random.int(1, Math.max(1, codes.length)));
  const branch = kept[0]?.slice(0, random.pick([1, 2, 2])) ?? '';
  return random.chance(0.03) && branch in NSF ? [branch, ...kept.slice(1)] : kept;
}

/** A few fiches name a ROME domain (3 characters) instead of an occupation. */
function occupationCodes(random: Random, codes: readonly string[]): readonly string[] {
  const last = codes.at(-1)?.slice(0, 3) ?? '';
  return random.chance(0.04) && last in ROME ? [...codes.slice(0, -1), last] : codes;
}

function abbreviationOf(
  random: Random,
  level: number,
  byLaw: boolean,
): readonly [string, string] | null {
  if (byLaw) return random.chance(0.93) ? random.pick(DIPLOMAS[level] ?? []) : null;
  if (level <= 5 && random.chance(0.15)) return BRANCH_CERTIFICATE;
  return level <= 5 && random.chance(0.1) ? ['tp', 'Titre professionnel'] : null;
}

function levelOf(random: Random, level: number, abbreviation: string | undefined) {
  const none = abbreviation === BRANCH_CERTIFICATE[0] && random.chance(0.7);
  const code = none ? (random.chance(0.6) ? 'AUCUN' : 'REPRISE') : `NIV${level}`;
  const label = none
    ? 'Sans niveau – le positionnement dans le cadre national des certifications professionnelles est non déterminé'
    : `Niveau ${level}`;
  return random.chance(0.008) ? null : { code: xmlText(code), label: xmlText(label) };
}

function agreementsOf(plan: Plan, place: Place, random: Random): AgreementDraft[] {
  const own = agreementOf(place.subject.sector);
  if (plan.register === 'RS' || !own || !random.chance(0.12)) return [];
  const others = Object.values(AGREEMENTS).filter((other) => other !== own);
  const count = random.pick([0, 0, 0, 1, 2]);
  return [own, ...random.sample(others, count)].map(([brochure, idcc, label]) => ({
    brochure: xmlText(brochure),
    idcc: xmlText(idcc),
    label: xmlText(label),
  }));
}

/** Codes and labels of a fiche; those of the subject, with the irregularities of the register. */
export function classificationOf(
  plan: Plan,
  place: Place,
  registration: Registration,
  random: Random,
): Classification {
  const { sector, level, occupations } = place.subject;
  // Drawn once for the family: a renewal keeps its abbreviation.
  const own = drawOf(plan, DRAW.BODIES, place.family, 1);
  const named = level === null ? null : abbreviationOf(own, level, registration.byLaw);
  return {
    abbreviation: named && { code: xmlText(named[0]), label: xmlText(named[1]) },
    level: level === null ? null : levelOf(own, level, named?.[0]),
    formacodes: random.chance(0.06)
      ? []
      : labelled(
          random,
          FORMACODE,
          sector.formacodes.slice(0, random.int(1, Math.max(1, sector.formacodes.length))),
        ),
    specialities: random.chance(0.01)
      ? []
      : labelled(random, NSF, specialityCodes(random, sector.specialities)),
    occupations: labelled(random, ROME, occupationCodes(random, occupations)),
    agreements: agreementsOf(plan, place, random),
  };
}
