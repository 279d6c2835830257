import type { Json } from '../expr';

/** Fields of the items of a list whose texts no two have in common. */
export interface Unique {
  /** Names of the fields; where one of them is not there or no text, the item is like no other. */
  readonly fields: readonly string[];
  /** Texts of the first field that are not allowed either, since others have them. */
  readonly taken: readonly string[];
}

/** How many items a list, or entries a map, may have. */
export interface Size {
  /**
   * Least number.
   *
   * @default 0
   */
  readonly min?: number;
  /**
   * Greatest number.
   *
   * @default - any
   */
  readonly max?: number;
}

/** What a map must and must not have where one of its fields has one of some texts. */
export interface Variant {
  /** Texts of the field, in lower case. */
  readonly of: readonly string[];
  /** Fields that it must have. */
  readonly required?: readonly string[];
  /** Fields that it must not have. */
  readonly refused?: readonly string[];
  /** Grammars of fields. */
  readonly formats?: Readonly<Record<string, Pick<JsonSchema, 'pattern' | 'title'>>>;
}

/** Fields of which a map has no two; one that is null is not there. */
export interface Exclusive {
  /** Names of the fields. */
  readonly of: readonly string[];
  /** True where it must have one. */
  readonly isNeeded: boolean;
}

/** Maps that are told apart by the text of a field. */
export interface Variants {
  /** Name of the field. */
  readonly field: string;
  /** The text that counts where there is none. */
  readonly default: string;
  /** What each of them must have. */
  readonly kinds: readonly Variant[];
}

/** What must be in a map that is written as JSON: texts by their keys, which are not empty and none of the given ones, nor those of another one. */
export type TextsInJson = Readonly<Record<string, readonly string[]>>;

/** The part of JSON Schema draft-07 that the values use; each keyword applies to its own type only. */
export interface JsonSchema {
  /** Version of JSON Schema, at the top of a document only. */
  readonly $schema?: string;
  /** Another schema that applies, such as `#/$defs/json`. */
  readonly $ref?: string;
  /** What is allowed, in words; messages say it after "expected". */
  readonly title?: string;
  /** What the value is for. */
  readonly description?: string;
  /** Allowed types. */
  readonly type?: JsonType | readonly JsonType[];
  /** Allowed values. */
  readonly enum?: readonly Json[];
  /** The only allowed value. */
  readonly const?: Json;
  /** Regular expression that a text matches. Go and JavaScript must read it alike. */
  readonly pattern?: string;
  /** Least number of characters of a text. */
  readonly minLength?: number;
  /** Greatest number of characters of a text. */
  readonly maxLength?: number;
  /** Least number. */
  readonly minimum?: number;
  /** Greatest number. */
  readonly maximum?: number;
  /** Schema of each item of a list. */
  readonly items?: JsonSchema;
  /** True where no two items may be equal. */
  readonly uniqueItems?: boolean;
  /** Schemas of the known keys of a map. */
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** Keys that a map must have. */
  readonly required?: readonly string[];
  /** Schema of each key of a map. */
  readonly propertyNames?: JsonSchema;
  /** Schemas of keys that match a regular expression. */
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  /** Schema of keys that are not known; `false` where they are refused. */
  readonly additionalProperties?: JsonSchema | false;
  /** Schemas that `$ref` points at. */
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** The value that counts when none is given. */
  readonly default?: Json;
  /** Values that show what is meant. */
  readonly examples?: readonly Json[];
  /** No keyword: fields of the items of a list whose texts no two have in common. */
  readonly unique?: Unique;
  /** No keyword: what is there may only be known to Helm if it is a list or a map of sections of this shape. */
  readonly shape?: string;
  /** No keyword: how many items or entries there may be, once the defaults are merged in. */
  readonly size?: Size;
  /** No keyword: the text is a map in JSON with these texts in it. */
  readonly json?: TextsInJson;
  /** No keyword: fields of which a map has no two. */
  readonly exclusive?: Exclusive;
  /** No keyword: what a map must have depends on some of its fields. */
  readonly variants?: readonly Variants[];
  /** No keyword: true where a text is a regular expression of RE2, as Go and Prometheus have it. */
  readonly re2?: boolean;
  /** No keyword: true where a text is a network in CIDR notation, with no bit set after its prefix. */
  readonly network?: boolean;
  /** No keyword: what a text matches too, which would take too much room in a schema. */
  readonly exact?: Pick<JsonSchema, 'pattern' | 'maxLength' | 'title'>;
  /** No keyword, for the keys of a map: those that others have. */
  readonly taken?: readonly string[];
  /** No keyword of JSON Schema: true where editors do not offer a key. */
  readonly doNotSuggest?: true;
  /** A schema that must not hold. */
  readonly not?: JsonSchema;
  /** Of keys: those that something else sets, which the schema refuses by name. */
  readonly reserved?: readonly string[];
  /** No keyword: name under which the schema of a chart says this kind of values once, for all that have it. */
  readonly definition?: string;
  /** No keyword: name under which it says kind and description once, for a value that many sections have. */
  readonly sharedAs?: string;
  /** No keyword: the default that is said there, which most of them have. */
  readonly usual?: Json;
}

/** A type of JSON Schema. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/**
 * Text that YAML 1.1 and every parser of it can hold: no control characters but tab and line ends, no byte order mark, no
 * non-characters. Written so that Go and JavaScript read the pattern alike.
 */
const PRINTABLE = '^[^\\x00-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f\uFEFF\uFFFE\uFFFF]*$';

/** Any text. */
export const ANY_TEXT: JsonSchema = {
  definition: 'text',
  type: 'string',
  pattern: PRINTABLE,
  title: 'text, a number in quotes, without control characters',
};

/** Any text but the empty one. */
export const NON_EMPTY: JsonSchema = {
  ...ANY_TEXT,
  definition: 'nonEmpty',
  pattern: PRINTABLE.replace('*$', '+$'),
  title: 'a text that is not empty',
};

/** Any part of a Kubernetes object: not checked further here, but safe to print. */
export const ANY_JSON: JsonSchema = { $ref: '#/$defs/json' };

/** The same as an entry of a map, which null takes out. */
const ANY_ENTRY: JsonSchema = { $ref: '#/$defs/entry' };

const JSON_SCHEMA: JsonSchema = {
  definition: 'json',
  title: 'no null, and text without control characters',
  type: ['string', 'number', 'boolean', 'array', 'object'],
  pattern: PRINTABLE,
  items: ANY_JSON,
  propertyNames: {
    pattern: '^[\\w$][-\\w./$]*$',
    title: 'a key of letters, digits and -._/$',
  },
  additionalProperties: ANY_JSON,
};

/** What the references in schemas point at. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  json: JSON_SCHEMA,
  entry: { ...orNull(JSON_SCHEMA), definition: 'entry', additionalProperties: ANY_ENTRY },
};

/** A schema of an entry of a map, which null takes out. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type = [], definition, enum: of } = schema;
  const types: readonly JsonType[] = typeof type === 'string' ? [type] : type;
  return {
    ...schema,
    type: [...types, 'null'],
    ...(of === undefined ? {} : { enum: [...of, null] }),
    ...(definition === undefined ? {} : { definition: `${definition}-entry` }),
  };
}

/** What every map of Kubernetes fields has, whatever else is known of it. */
export const OPEN_MAP: JsonSchema = {
  type: 'object',
  title: 'a map',
  propertyNames: JSON_SCHEMA.propertyNames ?? {},
  additionalProperties: ANY_JSON,
};

/** A map of any Kubernetes fields. */
export const ANY_MAP: JsonSchema = { ...OPEN_MAP, definition: 'map' };

/** The same as a value, from which null takes entries. */
export const MAP_VALUE: JsonSchema = { ...OPEN_MAP, definition: 'fields', additionalProperties: ANY_ENTRY };

/** The schema a reference points at, or the schema itself. */
export function resolveRef(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name === undefined ? schema : (DEFINITIONS[name] ?? schema);
}
