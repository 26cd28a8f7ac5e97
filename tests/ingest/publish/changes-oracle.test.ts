import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateRegister } from '../../../src/demonstration/generate.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import type { Fiche } from '../../../src/domain/certification/fiche.ts';
import {
  compareRegisterCodes,
  type RegisterCode,
} from '../../../src/domain/certification/register-code.ts';
import {
  addedFiche,
  compareFiches,
  removedFiche,
} from '../../../src/domain/changes/compare-fiches.ts';
import type { ComparedFiche, ComparedList } from '../../../src/domain/changes/compared-fiche.ts';
import { INSERTION_INDICATORS } from '../../../src/domain/rate/indicator.ts';
import { readExport } from '../../../src/ingest/sources/export/xml-export.ts';
import { describeEachEngine } from '../../support/database.ts';
import { Importer } from './importer.ts';

const text = (value: string | number | boolean | null | readonly (string | number)[]) =>
  value === null ? null : typeof value === 'object' ? value.join(', ') : String(value);

/** A whole fiche as it is compared, written from what was read and not from what was stored. */
function compared(fiche: Fiche): ComparedFiche {
  const { abbreviation, level, texts, cohorts, partners } = fiche;
  const list = (
    fields: ComparedList['fields'],
    items: readonly (readonly [key: string, item: string, ...cells: (string | null)[]])[],
  ): ComparedList => ({
    fields,
    items: items.map(([key, item, ...cells]) => ({ key, item, cells })),
  });
  const codes = (field: 'OCCUPATION' | 'SPECIALITY' | 'FORMACODE', own: Fiche['occupations']) =>
    list(
      [field],
      own.map(({ code, label }) => [code, code, label ?? code]),
    );
  const links = (field: 'REPLACES' | 'REPLACED_BY', own: Fiche['predecessors']) =>
    list(
      [field],
      own.map(({ code }) => [code, code, code]),
    );
  return {
    code: fiche.code,
    values: {
      TITLE: fiche.title,
      ABBREVIATION_CODE: abbreviation?.code ?? null,
      ABBREVIATION_LABEL: abbreviation?.label ?? null,
      SHEET_ID: text(fiche.sheetId),
      EDITORIAL_STATE: fiche.editorialState,
      LEVEL_CODE: level?.code ?? null,
      LEVEL_LABEL: level?.label ?? null,
      LEVEL_YEARS: text(fiche.levelYears),
      ACTIVE_FLAG: text(fiche.activeFlag),
      REGISTRATION_TYPE: fiche.registrationType,
      DECISION_ON: fiche.decisionOn,
      EFFECTIVE_ON: fiche.effectiveOn,
      REGISTRATION_ENDS_ON: fiche.registrationEndsOn,
      PUBLISHED_ON: fiche.publishedOn,
      LAST_JOURNAL_ON: fiche.lastJournalOn,
      DELIVERY_LIMIT_ON: fiche.deliveryLimitOn,
      REGISTRATION_YEARS: text(fiche.registrationYears),
      VALIDITY_YEARS: text(fiche.validityYears),
      PARTNERS_MAY_EXIST: text(fiche.partnersMayExist),
      NEW_CALEDONIA: text(fiche.newCaledonia),
      FRENCH_POLYNESIA: text(fiche.frenchPolynesia),
      DESCRIPTION_LINK: fiche.descriptionLink,
      PARTIAL_VALIDATION: text(fiche.partialValidation),
      DISTINCT_BLOCK_PREREQUISITES: text(fiche.distinctBlockPrerequisites),
      OBJECTIVES: texts.objectives,
      ACTIVITIES: texts.activities,
      ATTESTED_SKILLS: texts.attestedSkills,
      ASSESSMENT_MODES: texts.assessmentModes,
      ACQUISITION_BY_BLOCKS: texts.acquisitionByBlocks,
      SECTORS: texts.sectors,
      JOB_TYPES: texts.jobTypes,
      REGULATIONS: texts.regulations,
      ENTRY_PREREQUISITES: texts.entryPrerequisites,
      VALIDATION_PREREQUISITES: texts.validationPrerequisites,
      MASTERY_LEVELS: texts.masteryLevels,
      RENEWAL_TERMS: texts.renewalTerms,
      PARTIAL_VALIDATION_SCOPE: texts.partialValidationScope,
      COMPONENTS_VALIDITY: texts.componentsValidity,
      PREPARING_BODIES: texts.preparingBodies,
      REFERENCE_FRAMEWORK: texts.referenceFramework,
    },
    lists: [
      list(
        [
          ...(['BLOCK', 'BLOCK_SKILLS', 'BLOCK_ASSESSMENT_MODES'] as const),
          ...(['BLOCK_ENTRY_PREREQUISITES', 'BLOCK_VALIDATION_PREREQUISITES'] as const),
        ],
        fiche.blocks.map((block) => [
          ...[block.code, block.code, block.title],
          ...[block.skills, block.assessmentModes],
          ...[block.entryPrerequisites, block.validationPrerequisites],
        ]) as never,
      ),
      list(
        [
          ...(['CERTIFIER', 'CERTIFIER_STATE', 'CERTIFIER_STATE_CHANGED_ON'] as const),
          ...(['CERTIFIER_TRADE_NAME', 'CERTIFIER_WEBSITE'] as const),
        ],
        fiche.certifiers.map(({ siret, name, state, stateChangedOn, tradeName, website }) => {
          const key = siret ?? name;
          return [key, key, name, state, stateChangedOn, tradeName, website];
        }),
      ),
      codes('OCCUPATION', fiche.occupations),
      codes('SPECIALITY', fiche.specialities),
      codes('FORMACODE', fiche.formacodes),
      list(
        ['ACCESS_ROUTE', 'ACCESS_ROUTE_JURY', 'ACCESS_ROUTE_CHANGED_ON'],
        fiche.accessRoutes.map(({ route, open, jury, changedOn }) => [
          ...([route, route, text(open), jury, changedOn] as const),
        ]),
      ),
      list(
        ['LEGAL_REFERENCE'],
        fiche.legalReferences.map(({ kind, title, publishedOn }) => {
          const said = [title, publishedOn].filter((each) => each !== null).join(' ') || kind;
          return [`${kind} ${said}`, kind, said];
        }),
      ),
      list(
        ['COLLECTIVE_AGREEMENT'],
        fiche.collectiveAgreements.map(({ kind, number, label }) => {
          const name = [kind, number].filter((each) => each !== null).join(' ');
          return [name, name, label ?? name];
        }),
      ),
      list(
        ['EQUIVALENCE'],
        fiche.equivalences.map(({ sourceBlocks, targetCode, targetBlocks }) => {
          const to = [targetCode, targetBlocks.join(', ')].filter((each) => each !== '').join(' ');
          const said = sourceBlocks.length > 0 ? `${sourceBlocks.join(', ')} → ${to}` : to;
          return [`${targetCode} ${said}`, targetCode, said];
        }),
      ),
      links('REPLACES', fiche.predecessors),
      links('REPLACED_BY', fiche.successors),
    ],
    figures: cohorts.flatMap(({ year, certified, certifiedThroughVae, rates }) => {
      const figures = [
        ['CERTIFIED', certified] as const,
        ['CERTIFIED_THROUGH_VAE', certifiedThroughVae] as const,
        ...INSERTION_INDICATORS.map((indicator) => [indicator, rates[indicator]] as const),
      ];
      return figures.flatMap(([field, value]) =>
        value === null ? [] : [{ year, field, value, sourceId: null }],
      );
    }),
    partnersInForce: partners.filter(({ state }) => state?.toLowerCase() === 'actif').length,
    partners: partners.map(({ name, siret, role, state }) => {
      const said = [role, state].filter((each) => each !== null).join(', ');
      return `${name}${siret ? ` ${siret}` : ''}${said ? ` (${said})` : ''}`;
    }),
  };
}

/** An export of a fictitious register of a seed, and its fiches. */
async function register(day: string, seed: number) {
  const chunks = generateRegister({
    ...{ register: 'RNCP', fiches: 120, seed, profile: 'DEMONSTRATION' },
    exportedOn: parsePlainDate(day),
  });
  const parts: string[] = [];
  for await (const chunk of Readable.from(chunks)) parts.push(String(chunk));
  const xml = parts.join('');
  const fiches = new Map<RegisterCode, Fiche>();
  const reader = readExport(Readable.from([Buffer.from(xml)]), 'export');
  for await (const batch of reader.batches()) {
    for (const { fiche } of batch) if (fiche) fiches.set(fiche.code, fiche);
  }
  return { xml, fiches };
}

describeEachEngine('all changes of a register on', (openDatabase) => {
  let importer: Importer;

  beforeAll(async () => {
    importer = await Importer.into(await openDatabase());
  });
  afterAll(() => importer[Symbol.asyncDispose]());

  test('are those of its fiches as they were read, whatever is stored of them', async () => {
    const days = ['2026-01-01', '2026-01-02', '2026-01-03'] as const;
    let before: Awaited<ReturnType<typeof register>> | null = null;
    for (const [index, day] of days.entries()) {
      const now = await register(day, index + 1);
      const path = await importer.write(`export_fiches_RNCP_V4_1_${day}.xml`, now.xml);
      const { publicationId } = await importer.run([path], { allowShrink: true });
      const stored = await importer.ask<Record<string, unknown>>(`
        select certification_code as code, kind, cohort_year, field, item, before, after
        from change where publication_id = ${publicationId} order by position`);
      const codes = new Set([...(before?.fiches.keys() ?? []), ...now.fiches.keys()]);
      const expected = [...codes].toSorted(compareRegisterCodes).flatMap((code) => {
        const [was, is] = [before?.fiches.get(code), now.fiches.get(code)];
        if (!before) return [];
        if (!is) return was ? [removedFiche(was)] : [];
        const head = { code, title: is.title, sourceId: 0 };
        if (!was) return [addedFiche(head, false)];
        return compareFiches(compared(was), compared(is), parsePlainDate(day));
      });
      expect(stored.map((row) => Object.values(row))).toEqual(
        expected.map((change) => [
          ...[change.certificationCode, change.kind, change.cohortYear],
          ...[change.field, change.item, change.before, change.after],
        ]),
      );
      if (before) {
        const fields = new Set(expected.map(({ field }) => field));
        expect(fields.size).toBeGreaterThan(30);
      }
      before = now;
    }
  });
});
