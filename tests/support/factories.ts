import type { Database } from '../../src/db/database.ts';
import { finishRegister } from '../../src/db/load/register-finish.ts';
import { emptyRegister, otherSchema, useSchema } from '../../src/db/load/register-schema.ts';
import { RegisterWriter } from '../../src/db/load/register-writer.ts';
import {
  applySupplement,
  insertSupplements,
  type SupplementContent,
} from '../../src/db/load/supplements.ts';
import {
  currentPublication,
  insertSources,
  nextPublicationId,
  publish,
  reserveId,
  type SourceRecord,
} from '../../src/db/publications.ts';
import { type PlainDate, parsePlainDate } from '../../src/domain/calendar.ts';
import {
  type Fiche,
  type FicheBlock,
  type FicheCertifier,
  type FicheCohort,
  type FichePartner,
  type FicheTexts,
  ficheOfCode,
} from '../../src/domain/certification/fiche.ts';
import {
  parseRegisterCode,
  REGISTERS,
  registerOf,
} from '../../src/domain/certification/register-code.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import type { SourceKind } from '../../src/domain/provenance.ts';
import { deriveFindings } from '../../src/ingest/publish/derive-findings.ts';

/** A day, for tests to write dates shortly. */
export const day = parsePlainDate;

type FicheParts = Partial<Omit<Fiche, 'code' | 'texts'>> & {
  readonly code: string;
  readonly texts?: Partial<FicheTexts>;
};

/** A fiche of which all but the given parts is absent. */
export function ficheWith({ code, texts, ...parts }: FicheParts): Fiche {
  const bare = ficheOfCode(parseRegisterCode(code));
  return { ...bare, ...parts, texts: { ...bare.texts, ...texts } };
}

/** A cohort; a figure that is not given is not published. */
export function cohortWith(
  year: number,
  certified: number | null,
  rates: { readonly global6?: number; readonly target6?: number; readonly target24?: number } = {},
  certifiedThroughVae: number | null = null,
): FicheCohort {
  return {
    year,
    certified,
    certifiedThroughVae,
    rates: {
      GLOBAL_6_MONTHS: rates.global6 ?? null,
      TARGET_OCCUPATION_6_MONTHS: rates.target6 ?? null,
      TARGET_OCCUPATION_2_YEARS: rates.target24 ?? null,
    },
  };
}

export function blockWith(code: string, title: string, parts: Partial<FicheBlock> = {}) {
  const absent = { skills: null, assessmentModes: null };
  return {
    ...{ code, title, ...absent, entryPrerequisites: null, validationPrerequisites: null },
    ...parts,
  };
}

export function certifierWith(name: string, parts: Partial<FicheCertifier> = {}): FicheCertifier {
  const absent = { siret: null, stateChangedOn: null, tradeName: null, website: null };
  return { name, state: 'Actif', ...absent, ...parts };
}

export function partnerWith(name: string, parts: Partial<FichePartner> = {}): FichePartner {
  const absent = { siret: null, role: null, activeSince: null, stateChangedOn: null };
  return { name, state: 'Actif', ...absent, ...parts };
}

interface Supplement {
  readonly kind: Exclude<SourceKind, 'FEED'>;
  readonly contents: readonly SupplementContent[];
}

interface Publishing {
  /** The day that all sources are of. */
  readonly datedOn?: PlainDate;
  /** The day of the export of the RS, where it is another. */
  readonly rsDatedOn?: PlainDate;
  readonly demonstration?: boolean;
  /** Found while reading the exports, of the RNCP unless they name a fiche of the RS. */
  readonly findings?: readonly Finding[];
  readonly supplements?: readonly Supplement[];
}

/**
 * Publishes fiches as an import of two exports and of supplements does, in place of whatever is
 * served.
 */
export async function publishFiches(
  database: Database,
  fiches: readonly Fiche[],
  {
    datedOn = day('2026-08-16'),
    rsDatedOn = datedOn,
    demonstration = false,
    findings = [],
    ...rest
  }: Publishing = {},
): Promise<void> {
  await using session = await database.session();
  const { db } = session;
  const publicationId = await nextPublicationId(db);
  const served = await currentPublication(db).executeTakeFirst();
  const schema = otherSchema(served?.registerSchema ?? null);
  await useSchema(db, schema);
  await emptyRegister(db, schema);

  const sources: SourceRecord[] = [];
  for (const register of REGISTERS) {
    const source = {
      ...sourceOf(await reserveId(db, 'source'), 'FEED', fiches),
      ...{ register, fileName: `${register}.xml`, flowVersion: '4.1', demonstration },
      datedOn: register === 'RS' ? rsDatedOn : datedOn,
    };
    sources.push(source);
    const writer = new RegisterWriter(session, source, publicationId);
    for (const fiche of fiches) if (registerOf(fiche.code) === register) writer.addFiche(fiche);
    for (const finding of findings) {
      const ofRs = finding.certificationCode?.startsWith('RS') ?? false;
      if (ofRs === (register === 'RS')) writer.addFinding(finding);
    }
    await writer.finish();
  }

  const contentsOfSource = new Map<number, readonly SupplementContent[]>();
  for (const { kind, contents } of rest.supplements ?? []) {
    const given = contents.flatMap(({ fiche }) => fiche ?? []);
    const source = {
      ...sourceOf(await reserveId(db, 'source'), kind, given),
      ...{ fileName: `${kind.toLowerCase()}.txt`, datedOn, demonstration },
    };
    sources.push(source);
    contentsOfSource.set(source.id, contents);
    const byId = new Map(sources.map((each) => [each.id, each]));
    await applySupplement(db, contents, { source, sources: byId, publicationId });
  }

  await finishRegister([session], schema, (free) =>
    deriveFindings(free, { publicationId, day: datedOn }),
  );
  await db.transaction().execute(async (transaction) => {
    await insertSources(transaction, sources);
    for (const [id, contents] of contentsOfSource) {
      await insertSupplements(transaction, id, contents);
    }
    await publish(
      transaction,
      { id: publicationId, registerSchema: schema, demonstration },
      sources.map(({ id }) => id),
    );
  });
}

function sourceOf(id: number, kind: SourceKind, fiches: readonly Fiche[]): SourceRecord {
  const count = (sizeOf: (fiche: Fiche) => number) =>
    fiches.reduce((total, fiche) => total + sizeOf(fiche), 0);
  return {
    id,
    kind,
    register: null,
    fileName: '',
    sha256: '0'.repeat(64),
    bytes: 3_000_000_000,
    flowVersion: null,
    datedOn: day('2026-08-16'),
    demonstration: false,
    certifications: fiches.length,
    blocks: count((fiche) => fiche.blocks.length),
    cohorts: count((fiche) => fiche.cohorts.length),
    certifiers: count((fiche) => fiche.certifiers.length),
    partners: count((fiche) => fiche.partners.length),
    refusedFiches: 0,
    refusedValues: 0,
    unknownElements: { 'FICHES/FICHE/NOUVEAU': 2, 'FICHES/FICHE/AUTRE': 1 },
  };
}
