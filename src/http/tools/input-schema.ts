import {
  type DocumentNode,
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  type GraphQLSchema,
  getNullableType,
  isNonNullType,
  Kind,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { DATASETS } from '../../datasets/catalogue.ts';
import type { Language } from '../../datasets/labels.ts';
import { MAX_LAST_COHORTS } from '../../domain/insertion/pooling.ts';
import { MAX_MONTHS } from '../../domain/range.ts';
import { MOST_COMPARED } from '../../graphql/certification/comparison.ts';
import { codeTableOf } from './code-tables.ts';

/** A JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Rows of a list in one answer: those of an answer that says nothing else, and the most. */
export const ROWS = { usual: 50, most: 100 } as const;

/** A variable of an operation as an argument of its tool. */
export interface ToolVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
  /** What it is when it is not given; null = nothing is asked of it. */
  readonly usual: unknown;
  /** What the argument that it fills is, in English; absent where the schema says nothing. */
  readonly description: string | undefined;
  /** The name of the argument or field that it fills. */
  readonly fills: string;
  /** The field whose argument it fills; null where that is a member of an argument. */
  readonly field: string | null;
}

/** What a variable fills. */
type Fill = Pick<ToolVariable, 'fills' | 'field' | 'description'>;

/** The variables of the one operation of a document. */
export function variablesOf(schema: GraphQLSchema, document: DocumentNode): ToolVariable[] {
  const fills = new Map<string, Fill>();
  const info = new TypeInfo(schema);
  const definitions: VariableDefinitionNode[] = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition: (node) => {
        definitions.push(node);
        return false;
      },
      Argument: ({ value, name }) => {
        if (value.kind !== Kind.VARIABLE) return;
        noteFill(value.name.value, {
          ...{ fills: name.value, field: info.getFieldDef()?.name ?? null },
          description: info.getArgument()?.description ?? undefined,
        });
      },
      ObjectField: ({ value, name }) => {
        if (value.kind !== Kind.VARIABLE) return;
        const parent = info.getParentInputType();
        const type = parent instanceof GraphQLInputObjectType ? parent : null;
        noteFill(value.name.value, {
          ...{ fills: name.value, field: null },
          description: type?.getFields()[name.value]?.description ?? undefined,
        });
      },
    }),
  );
  return definitions.map(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    const given = typeFromAST(schema, type as never) as unknown as GraphQLInputType;
    const usual = defaultValue ? valueFromASTUntyped(defaultValue) : null;
    const fill = fills.get(name) ?? { fills: name, field: null, description: undefined };
    return {
      ...{ name, type: given, ...fill },
      isRequired: isNonNullType(given) && defaultValue === undefined,
      usual: isPageSize(name) ? Math.min(Number(usual ?? ROWS.usual), ROWS.usual) : usual,
    };
  });

  function noteFill(variable: string, fill: Fill) {
    if (!fills.has(variable)) fills.set(variable, fill);
  }
}

/** Whether a variable says how many rows of a list are wanted. */
export function isPageSize(name: string): boolean {
  return /^first(?=$|[A-Z])/.test(name);
}

/** What arguments accept besides their types, by their names; of one field alone, by that and the name. */
const ACCEPTED: Readonly<Record<string, JsonSchema>> = {
  lastCohorts: { minimum: 1, maximum: MAX_LAST_COHORTS },
  registrationEndsWithinMonths: { minimum: 1, maximum: MAX_MONTHS },
  codes: { minItems: 1, maxItems: MOST_COMPARED },
  'reportProfile.name': { enum: DATASETS.map(({ name }) => name) },
};

/** Schemas of scalars, by their names. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date', description: 'YYYY-MM-DD' },
  RegisterCode: { type: 'string', description: 'RNCP35746, RS6232' },
  Siren: { type: 'string', pattern: String.raw`^(?:\s*\d){9}\s*$`, description: '9 chiffres' },
};

/** The JSON Schema of the arguments of a tool, in a language. */
export function inputSchema(
  variables: readonly ToolVariable[],
  common: Readonly<Record<string, JsonSchema>>,
  language: Language,
): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const properties: Record<string, JsonSchema> = {};
  for (const { name, type, usual, description, fills, field } of variables) {
    const schema = schemaOf(type, definitions, language);
    const page = isPageSize(name) && { minimum: 1, maximum: ROWS.most };
    const told = [description && firstSentence(description), schema['description']];
    const text = told.filter(Boolean).join(' ');
    properties[name] = {
      ...schema,
      ...(ACCEPTED[`${field}.${fills}`] ?? ACCEPTED[fills]),
      ...page,
      ...(text !== '' && { description: text }),
      ...(usual !== null && { default: usual }),
    };
  }
  const required = variables.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    properties: { ...properties, ...common },
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...(definitions.size > 0 && { $defs: Object.fromEntries(definitions) }),
  };
}

function schemaOf(
  given: GraphQLInputType,
  definitions: Map<string, JsonSchema>,
  language: Language,
): JsonSchema {
  const type = getNullableType(given);
  if (type instanceof GraphQLList) {
    return { type: 'array', items: schemaOf(type.ofType, definitions, language) };
  }
  if (type instanceof GraphQLEnumType) {
    const table = codeTableOf(type);
    const codes = type.getValues().map(({ name }) => name);
    return {
      ...{ type: 'string', enum: codes },
      ...(table && {
        description: codes.map((code) => `${code}: ${table[code]?.[language]}`).join('; '),
      }),
    };
  }
  if (!(type instanceof GraphQLInputObjectType)) {
    return SCALARS[type.name] ?? { type: 'string' };
  }
  if (!definitions.has(type.name)) {
    // A type may hold itself.
    definitions.set(type.name, {});
    const fields = Object.values(type.getFields());
    const properties = fields.map((field) => {
      const { $ref, ...schema } = schemaOf(field.type, definitions, language);
      const about = field.description ? firstSentence(field.description) : schema['description'];
      return [
        field.name,
        {
          ...schema,
          ...($ref !== undefined && { $ref }),
          ...(about != null && { description: about }),
        },
      ];
    });
    const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
    definitions.set(type.name, {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    });
  }
  return { $ref: `#/$defs/${type.name}` };
}

/** A description up to its first full stop: the schema has all of it. */
function firstSentence(text: string): string {
  return /^[\s\S]*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
}
