/**
 * Section 13 «Conformance» of «OData Version 4.01. Part 1: Protocol» (OASIS Standard, 23 April 2020),
 * in its words. What holds of updatable services alone (13.1.1, 18 to 33, and 13.2.1, 18 to 27) is left
 * out: the service is read-only.
 */
export interface Clause {
  /** Section and item: `13.1.2 7.1`. */
  readonly id: string;
  readonly words: string;
  /**
   * NOTHING: the service has nothing that the clause is of (navigation properties, functions of its own,
   * asynchronous requests). LEFT: what a service MAY do, and this one does not.
   */
  readonly outcome: 'MET' | 'NOTHING' | 'LEFT' | 'NOT_MET';
}

type Items = Readonly<Record<string, readonly [Clause['outcome'], string]>>;

const MINIMAL: Items = {
  1: ['MET', 'MUST publish a service document at the service root (section 11.1.1)'],
  2: ['MET', 'MUST return data according to the [OData-JSON] format'],
  3: [
    'MET',
    'MUST use server-driven paging when returning partial results (section 11.2.6.7) and not use any other mechanism',
  ],
  4: ['MET', 'MUST return the appropriate OData-Version header (section 8.1.5)'],
  5: ['MET', 'MUST conform to the semantics the following headers, or fail the request'],
  5.1: ['MET', 'Accept (section 8.2.1)'],
  5.2: ['MET', 'OData-MaxVersion (section 8.2.7)'],
  6: ['MET', 'MUST follow OData guidelines for extensibility (section 6 and all subsections)'],
  7: [
    'MET',
    'MUST successfully parse the request according to [OData-ABNF] for any supported system query options and either follow the specification or return 501 Not Implemented for any unsupported functionality (section 9.3.1)',
  ],
  8: ['MET', 'MUST expose only data types defined in [OData-CSDLXML]'],
  9: [
    'MET',
    'MUST NOT require clients to understand any metadata or instance annotations (section 6.4), custom headers (section 6.5), or custom content (section 6.2) in the payload in order to correctly consume the service',
  ],
  10: ['MET', 'MUST NOT violate any OData update semantics (section 11.4 and all subsections)'],
  11: ['MET', 'MUST NOT violate any other OData-defined semantics'],
  12: ['NOT_MET', 'SHOULD support $expand (section 11.2.5.2)'],
  13: [
    'MET',
    'SHOULD publish metadata at $metadata according to [OData-CSDLXML] and MAY publish metadata according to [OData-CSDLJSON] (section 11.1.2)',
  ],
  14: ['MET', 'MUST support prefixed variants of supported headers and preference values'],
  15: ['MET', 'MUST support enumeration and duration literals in URLs with the type prefix'],
  16: [
    'NOTHING',
    'MUST return an HTTP message as the final response to an asynchronous request with an OData-MaxVersion value of 4.0 and an Accept header including application/http',
  ],
  17: [
    'NOTHING',
    'MAY return the AsyncResult header in the final response to an asynchronous request',
  ],
};

const INTERMEDIATE: Items = {
  1: ['MET', 'MUST conform to the OData 4.0 Minimal Conformance Level'],
  2: [
    'MET',
    'MUST successfully parse the [OData-ABNF] and either follow the specification or return 501 Not Implemented for any unsupported functionality (section 9.3.1)',
  ],
  3: ['MET', 'MUST support $select (section 11.2.5.1)'],
  4: [
    'NOTHING',
    'MUST support casting to a derived type according to [OData-URL] if derived types are present in the model',
  ],
  5: ['MET', 'MUST support $top (section 11.2.6.3)'],
  6: [
    'MET',
    'MUST support /$value on media entities (section 4.12 in [OData-URL]) and individual properties (section 11.2.4.1)',
  ],
  7: ['MET', 'MUST support $filter (section 11.2.6.1)'],
  7.1: [
    'MET',
    'MUST support eq, ne filter operations on properties of entities in the requested entity set (section 11.2.6.1.1)',
  ],
  7.2: ['MET', 'MUST support aliases in $filter expressions (section 11.2.6.1.3)'],
  7.3: [
    'MET',
    'SHOULD support additional filter operations (section 11.2.6.1.1) and MUST return 501 Not Implemented for any unsupported filter operations (section 9.3.1)',
  ],
  7.4: [
    'MET',
    'SHOULD support the canonical functions (section 11.2.6.1.2) and MUST return 501 Not Implemented for any unsupported canonical functions (section 9.3.1)',
  ],
  7.5: ['NOT_MET', 'SHOULD support $filter on expanded entities (section 11.2.5.2.1)'],
  8: ['MET', 'SHOULD publish metadata at $metadata according to [OData-CSDLXML] (section 11.1.2)'],
  9: ['MET', 'SHOULD support the [OData-JSON] format'],
  10: [
    'MET',
    'SHOULD consider supporting basic authentication as defined in [RFC7617] over HTTPS for the highest level of interoperability with generic clients',
  ],
  11: ['MET', 'SHOULD support the $search system query option (section 11.2.6.6)'],
  12: ['MET', 'SHOULD support the $skip system query option (section 11.2.6.4)'],
  13: ['MET', 'SHOULD support the $count system query option (section 11.2.6.5)'],
  14: ['NOT_MET', 'SHOULD support $expand (section 11.2.5.2)'],
  15: [
    'NOTHING',
    'SHOULD support the lambda operators any and all on navigation- and collection-valued properties (section 5.1.1.10 in [OData-URL])',
  ],
  16: [
    'NOTHING',
    'SHOULD support the /$count segment on navigation and collection properties (section 11.2.10)',
  ],
  17: ['MET', 'SHOULD support $orderby asc and desc on individual properties (section 11.2.6.2)'],
};

const ADVANCED: Items = {
  1: ['MET', 'MUST conform to at least the OData 4.0 Intermediate Conformance Level'],
  2: ['MET', 'MUST publish metadata at $metadata according to [OData-CSDLXML] (section 11.1.2)'],
  3: ['MET', 'MUST support the [OData-JSON] format'],
  4: [
    'NOTHING',
    'MUST support the /$count segment on navigation and collection properties (section 11.2.10)',
  ],
  5: [
    'NOTHING',
    'MUST support the lambda operators any and all on navigation- and collection-valued properties (section 5.1.1.10 in [OData-URL])',
  ],
  6: ['MET', 'MUST support the $skip system query option (section 11.2.6.4)'],
  7: ['MET', 'MUST support the $count system query option (section 11.2.6.5)'],
  8: ['MET', 'MUST support $orderby asc and desc on individual properties (section 11.2.6.2)'],
  9: ['NOT_MET', 'MUST support $expand (section 11.2.5.2)'],
  // Nine items of what is done with expanded properties, here in one.
  '9.1–9.9': ['NOT_MET', 'options, references and casts of expanded properties'],
  10: ['MET', 'MUST support the $search system query option (section 11.2.6.6)'],
  11: [
    'NOT_MET',
    'MUST support batch requests according to the multipart format (section 11.7 and all subsections) and MAY support batch requests according to the JSON Batch format defined in [OData-JSON]',
  ],
  12: ['NOT_MET', 'MUST support the resource path conventions defined in [OData-URL]'],
  13: ['NOT_MET', 'SHOULD support asynchronous requests (section 11.6)'],
  14: ['NOT_MET', 'SHOULD support Delta change tracking (section 11.3)'],
  15: ['NOT_MET', 'SHOULD support cross-join queries defined in [OData-URL]'],
  16: ['LEFT', 'MAY support the $compute system query option (section 11.2.5.3)'],
};

const MINIMAL_401: Items = {
  1: ['MET', 'MUST conform to the OData 4.0 Minimal Conformance Level'],
  2: ['MET', 'MUST be compliant with version 4.01 of the [OData-JSON] format'],
  3: [
    'NOTHING',
    'MUST return the AsyncResult result header in the final response to an asynchronous request if asynchronous operations are supported.',
  ],
  4: [
    'MET',
    'MUST support both prefixed and non-prefixed variants of supported headers and preference values',
  ],
  5: [
    'NOTHING',
    'MUST reject a request with an incompatible $schemaversion system query option if a Core.SchemaVersion annotation is returned in $metadata',
  ],
  6: ['MET', 'MUST support specifying supported system query options with or without the $ prefix'],
  7: ['MET', 'MUST support case-insensitive query option, operator, and canonical function names'],
  8: ['MET', 'MUST return identifiers in the case they are specified in $metadata'],
  9: [
    'MET',
    'MUST support both 4.0 and 4.01 syntax in URLs for supported functionality regardless of requested OData-MaxVersion',
  ],
  '9a': ['MET', 'MUST support casting strings to primitive types in URLs'],
  '9b': [
    'MET',
    'MUST support enumeration and duration literals in URLs with or without the type prefix',
  ],
  '9c': [
    'NOTHING',
    'MUST support invoking parameter-less function imports with or without parentheses',
  ],
  '9d': [
    'NOTHING',
    'MUST support an empty object or no-content for the request body when invoking an action with no non-binding parameters',
  ],
  '9e': [
    'NOTHING',
    'MUST support invoking functions and actions in a default namespace with or without namespace qualification',
  ],
  '9f': [
    'MET',
    'MUST support parameter aliases for key values and function parameter values if they allow the octets 00 (NUL), 2F (forward slash), or 5C (backslash) in string literals',
  ],
  '9g': ['NOTHING', 'SHOULD support implicit aliasing of parameters'],
  '9h': [
    'NOTHING',
    'SHOULD support eq/ne null comparison for navigation properties with a maximum cardinality of one',
  ],
  '9i': ['MET', 'SHOULD support the in operator'],
  '9j': ['MET', 'SHOULD support divby'],
  '9k': ['MET', 'SHOULD support negative indexes for the substring function'],
  '9l': ['LEFT', 'MAY support Key-As-Segment URL convention'],
  '9m': ['NOTHING', 'MAY support the count of a filtered collection in a common expression'],
  '9n': ['NOTHING', 'MAY support equal and non-equal structural comparison'],
  10: [
    'MET',
    'SHOULD publish metadata at $metadata according to both [OData-CSDLXML] and [OData-CSDLJSON] (section 11.1.2)',
  ],
  11: [
    'MET',
    'SHOULD NOT have identifiers within a uniqueness scope (e.g. a schema, a structural type, or an entity container) that differ only by case',
  ],
  12: ['MET', 'SHOULD return the Core.ODataVersions annotation'],
  13: ['MET', 'SHOULD report capabilities through the Capabilities vocabulary'],
  14: ['LEFT', 'MAY support filtering on annotation values'],
  15: ['LEFT', 'MAY support $compute system query option'],
  16: ['MET', 'MAY support $search for all collections'],
  17: [
    'LEFT',
    'MAY support 4.01 behavior, including returning 4.01 content and payloads, if the client does not specify the OData-MaxVersion:4.0 request header',
  ],
};

const INTERMEDIATE_401: Items = {
  1: ['MET', 'MUST conform to the OData 4.01 Minimal Conformance Level'],
  2: ['MET', 'MUST conform to the OData 4.0 Intermediate Conformance Level'],
  3: [
    'NOTHING',
    'MUST support eq/ne null comparison for navigation properties with a maximum cardinality of one',
  ],
  4: ['MET', 'MUST support the in operator'],
  5: ['NOTHING', 'MUST support the $select option nested within $select'],
  6: ['NOTHING', 'SHOULD support the count of a filtered collection in a common expression'],
  7: ['NOTHING', 'SHOULD support equal and non-equal structural comparison'],
  8: ['NOT_MET', 'SHOULD support $compute system query option'],
  9: ['NOTHING', 'SHOULD support nested query options in $select'],
  10: ['LEFT', 'MAY support nested parameter alias assignments in $select and $expand'],
  11: ['LEFT', 'MAY support filtering a collection using a /$filter path segment'],
};

const ADVANCED_401: Items = {
  1: ['MET', 'MUST conform to the OData 4.01 Intermediate Conformance Level'],
  2: ['NOT_MET', 'MUST conform to the OData 4.0 Advanced Conformance Level'],
  3: ['NOTHING', 'MUST support the count of a filtered/searched collection in a common expression'],
  4: ['NOT_MET', 'MUST support $compute system query option'],
  5: ['NOTHING', 'MUST support nested options in $select'],
  // Five items of what is done with selected collections, here in one.
  '5.1–5.5': ['NOTHING', 'options of selected collection-valued properties'],
  6: ['MET', 'MUST publish metadata at $metadata according to [OData-CSDLJSON] (section 11.1.2)'],
  7: [
    'NOT_MET',
    'MUST support batch requests according both to the multipart format (section 11.7 and all subsections) and the JSON Batch format defined in [OData-JSON]',
  ],
  8: ['NOT_MET', 'SHOULD support filtering a collection using a /$filter path segment'],
  9: ['NOT_MET', 'SHOULD support nested parameter alias assignments in $select and $expand'],
  10: [
    'LEFT',
    'MAY support case-insensitive comparison of identifiers in URLs and request payloads if no exact match is found, using the same lookup sequence as for default namespaces with a case-insensitive comparison',
  ],
};

/** Clauses of other sections that the service does not meet, each a SHOULD. */
export const BESIDE: readonly Clause[] = [
  [
    '8.2.1',
    'The service SHOULD NOT add any format parameters to the Content-Type parameter not specified in the Accept header',
  ],
  [
    '8.3.2',
    'services SHOULD use weak ETags that only depend on the representation-independent entity state',
  ],
  ['9.1.6', 'In this case the response SHOULD NOT include other headers'],
  [
    '11.2.6.2',
    'Services SHOULD order language-dependent strings according to the content-language of the response',
  ],
].map(([id = '', words = '']) => ({ id, words, outcome: 'NOT_MET' }));

/** All sections of levels, those of a version in the order of what they ask. */
export const LEVELS: Readonly<Record<string, Items>> = {
  ...{ '13.1.1': MINIMAL, '13.1.2': INTERMEDIATE, '13.1.3': ADVANCED },
  ...{ '13.2.1': MINIMAL_401, '13.2.2': INTERMEDIATE_401, '13.2.3': ADVANCED_401 },
};

/** The clauses of a section. */
export function clausesOf(section: string): readonly Clause[] {
  return Object.entries(LEVELS[section] ?? {}).map(([item, [outcome, words]]) => ({
    ...{ id: `${section} ${item}`, words, outcome },
  }));
}

/** Whether all that a level asks of every service is met. */
export function isMet(section: string): boolean {
  return clausesOf(section).every(
    ({ words, outcome }) => !words.startsWith('MUST') || outcome !== 'NOT_MET',
  );
}
