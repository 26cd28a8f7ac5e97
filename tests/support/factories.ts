import { noteComparison } from '../../src/db/changes/write-changes.ts';
import type { Database } from '../../src/db/database.ts';
import { readAt, writeVersions } from '../../src/db/entered-publication.ts';
import { FindingLedger } from '../../src/db/load/finding-ledger.ts';
import {
  insertSupplements,
  mergeSupplements,
  type SupplementContent,
} from '../../src/db/load/supplements.ts';
import { VersionWriter } from '../../src/db/load/version-writer.ts';
import { endOlderVersions, STILL_VALID, versionNumbers } from '../../src/db/load/versions.ts';
import { finishVersions } from '../../src/db/load/versions-finish.ts';
import {
  currentPublication,
  insertPublication,
  insertSources,
  nextPublicationId,
  rankedSources,
  reserveId,
  type SourceRecord,
  serve,
} from '../../src/db/publications.ts';
import { type PlainDate, parisDate, parsePlainDate } from '../../src/domain/calendar.ts';
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
  type RegisterCode,
  registerOf,
} from '../../src/domain/certification/register-code.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import type { SourceKind } from '../../src/domain/provenance.ts';
import { deriveChanges } from '../../src/ingest/publish/derive-changes.ts';
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
  /** Tell what changed since the publication that is served, as an import does. */
  readonly compared?: boolean;
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
  const served = rest.compared ? await currentPublication(db).executeTakeFirst() : undefined;
  const before = served?.id ?? null;
  await writeVersions(db);
  await endOlderVersions(db, publicationId);
  const ledger = await FindingLedger.open(db, publicationId);
  const numbers = await versionNumbers(db);
  const supplemented = new Set(
    (rest.supplements ?? []).flatMap(({ contents }) => contents.map(({ code }) => code)),
  );
  const bases = new Map<RegisterCode, number>();

  const sources: SourceRecord[] = [];
  for (const register of REGISTERS) {
    const source = {
      ...sourceOf(await reserveId(db, 'source'), 'FEED', fiches),
      ...{ register, fileName: `${register}.xml`, flowVersion: '4.1', demonstration },
      datedOn: register === 'RS' ? rsDatedOn : datedOn,
    };
    sources.push(source);
    const writer = new VersionWriter(session, source, { publicationId, ledger });
    for (const fiche of fiches.filter(({ code }) => registerOf(code) === register)) {
      const number = numbers.next();
      bases.set(fiche.code, number);
      writer.addFiche(fiche, {
        ...{ number, baseVersion: number, since: publicationId, digest: null },
        until: supplemented.has(fiche.code) ? publicationId : STILL_VALID,
      });
    }
    for (const finding of findings) {
      const ofRs = finding.certificationCode?.startsWith('RS') ?? false;
      if (ofRs === (register === 'RS')) writer.addFinding(finding);
    }
    await writer.finish();
  }

  const ofSupplements: SourceRecord[] = [];
  for (const { kind, contents } of rest.supplements ?? []) {
    const given = contents.flatMap(({ fiche }) => fiche ?? []);
    const source = {
      ...sourceOf(await reserveId(db, 'source'), kind, given),
      ...{ fileName: `${kind.toLowerCase()}.txt`, datedOn, demonstration },
    };
    ofSupplements.push(source);
  }
  await insertSources(db, [...sources, ...ofSupplements]);
  for (const [index, { contents }] of (rest.supplements ?? []).entries()) {
    await insertSupplements(db, ofSupplements[index]?.id ?? 0, contents);
  }
  await mergeSupplements(db, [...supplemented].toSorted(), {
    sources: new Map(ofSupplements.map((source) => [source.id, source])),
    ...{ bases, numbers, ledger, publicationId },
  });

  const ranked = await rankedSources(db);
  await finishVersions(session, {
    ...{ publicationId, isMuch: false },
    derive: async (free) => {
      await readAt(free, publicationId);
      const of = { ledger, sources: ranked, day: datedOn, publicationId };
      if (before !== null) await deriveChanges(free, { ...of, before });
      await deriveFindings(free, { ...of, before });
    },
  });
  await ledger.end(db, () => false);
  await db.transaction().execute(async (transaction) => {
    const ids = [...sources, ...ofSupplements].map(({ id }) => id);
    const state = 'PUBLISHED';
    await insertPublication(
      transaction,
      { id: publicationId, datedOn: parisDate(new Date()), demonstration, state },
      ids,
    );
    if (before !== null) await noteComparison(transaction, publicationId, before);
    await serve(transaction, publicationId);
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
