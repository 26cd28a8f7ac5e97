import type { Bilingual } from '../../domain/bilingual.ts';
import type { Language as InLanguage } from '../../domain/insertion/dimension.ts';
import { builder } from './builder.ts';

export const Language = builder.enumType('Language', {
  description:
    'Language of labels and definitions. Labels of nomenclatures, and names, are in French only.',
  values: {
    FR: { description: 'Français.' },
    EN: { description: 'English.' },
  } satisfies Record<InLanguage, { description: string }>,
});

const KEYS = { FR: 'fr', EN: 'en' } as const satisfies Record<InLanguage, keyof Bilingual>;

type Fields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<
  typeof builder.$inferSchemaTypes,
  Parent
>;

/** The argument that chooses a language. */
function languageArgument<Parent>(t: Fields<Parent>, defaultValue: InLanguage) {
  return t.arg({ type: Language, required: true, defaultValue, description: 'In which language.' });
}

/** A field that gives a label, in French unless asked otherwise. */
export function labelField<Parent>(
  t: Fields<Parent>,
  description: string,
  labelOf: (parent: Parent, language: InLanguage) => string,
) {
  return t.string({
    description,
    args: { language: languageArgument(t, 'FR') },
    resolve: (parent, { language }) => labelOf(parent, language),
  });
}

/** A field that gives a definition, in English unless asked otherwise. */
export function definitionField<Parent>(
  t: Fields<Parent>,
  description: string,
  definitionOf: (parent: Parent) => Bilingual,
) {
  return t.string({
    description,
    args: { language: languageArgument(t, 'EN') },
    resolve: (parent, { language }) => textIn(definitionOf(parent), language),
  });
}

/** The same, of what may have none. */
export function optionalDefinitionField<Parent>(
  t: Fields<Parent>,
  description: string,
  definitionOf: (parent: Parent) => Bilingual | null | undefined,
) {
  return t.string({
    nullable: true,
    description,
    args: { language: languageArgument(t, 'EN') },
    resolve: (parent, { language }) => {
      const definition = definitionOf(parent);
      return definition ? textIn(definition, language) : null;
    },
  });
}

/** A text in the language that is asked for. */
export function textIn(text: Bilingual, language: InLanguage): string {
  return text[KEYS[language]];
}
