import type { DocumentNode } from 'graphql';

/**
 * What is known of documents, each kept with its own: a weak map would let those that are read once
 * outlive many collections of garbage, as what is known of a document holds on to it.
 */
export class OfDocument<Value> {
  readonly #key = Symbol('known');

  get(document: DocumentNode): Value | undefined {
    return (document as Keeping<Value>)[this.#key];
  }

  set(document: DocumentNode, value: Value): void {
    // Whoever walks through a document does not see it.
    Object.defineProperty(document, this.#key, { value, configurable: true });
  }
}

type Keeping<Value> = DocumentNode & { readonly [key: symbol]: Value | undefined };
