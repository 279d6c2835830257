import type { Json, ValueType } from '../expr';
import { OPTIONAL } from './definitions';
import { FORMATS, formatSchema } from './formats';
import { ANY_MAP, ANY_TEXT, type JsonSchema, OPEN_MAP } from './schema';

/** One value that an installer may set. */
export interface Leaf<out T = unknown> {
  readonly kind: 'leaf';
  /** Type only: what the value is in TypeScript. */
  readonly valueType?: T;
  readonly type: ValueType;
  readonly description: string;
  readonly default: Json;
  readonly schema: JsonSchema;
  /** TypeScript source of the value's type. */
  readonly tsType: string;
  readonly see?: string;
}

/** A closed map of values: keys that are not declared are refused. */
export interface Section<out C extends Children = Children> {
  readonly kind: 'section';
  readonly description: string;
  readonly children: C;
  readonly sharedAs?: string;
}

/** The values in a section, by key. */
export interface Children {
  readonly [key: string]: Leaf | Section;
}

/** What every value says of itself. */
export interface LeafOptions<T> {
  readonly description: string;
  readonly default: T;
  /** Page that defines the field. */
  readonly see?: string;
  /** Name under which the schema of the chart says kind and description once, for a value that many sections have. */
  readonly sharedAs?: string;
}

// YAML 1.1 reads these keys as booleans: the value would be lost without a word.
const UNUSABLE_KEY = /^(y|n|yes|no|on|off|true|false|null|~|global)$/i;

/**
 * Declares a closed map of values. `sharedAs` is the name under which the schema of the chart says once what several sections have in
 * common, which is all but their descriptions and defaults.
 *
 * @throws when a key is one that YAML 1.1 reads as a boolean, or `global`, which Helm keeps for itself.
 */
export function section<const C extends Children>(description: string, children: C, sharedAs?: string): Section<C> {
  const unusable = Object.keys(children).find((key) => UNUSABLE_KEY.test(key));
  if (unusable !== undefined)
    throw new Error(`a value cannot be called "${unusable}": YAML or Helm reads that key as something else`);
  return { kind: 'section', description, children, ...(sharedAs === undefined ? {} : { sharedAs }) };
}

function leaf<T>(type: ValueType, tsType: string, schema: JsonSchema, options: LeafOptions<unknown>): Leaf<T> {
  const { description, see, sharedAs } = options;
  const documented: JsonSchema = {
    ...schema,
    description,
    default: options.default as Json,
    ...(sharedAs === undefined ? {} : { sharedAs }),
  };
  return {
    kind: 'leaf',
    type,
    tsType,
    description,
    default: options.default as Json,
    schema: documented,
    ...(see === undefined ? {} : { see }),
  };
}

/** A switch. */
export function bool(options: LeafOptions<boolean>): Leaf<boolean> {
  const definition = options.default ? 'on' : 'off';
  return leaf('boolean', 'boolean', { definition, type: 'boolean', title: 'true or false' }, options);
}

/** Kubernetes keeps its integers in 32 bits, ids of users and sample limits aside. */
const MAX_INT32 = 2147483647;

/** Bounds of a number. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

function rangeSchema(range: Range, what: string, name: string): JsonSchema {
  const { min, max } = range;
  const bounds = [
    ...(min === undefined ? [] : [`>= ${String(min)}`]),
    ...(max === undefined ? [] : [`<= ${String(max)}`]),
  ];
  return {
    definition: [name, ...[min, max].filter((bound) => bound !== undefined)].join('-'),
    title: [what, bounds.join(' and ')].join(' ').trim(),
    ...(min === undefined ? {} : { minimum: min }),
    maximum: max ?? MAX_INT32,
  };
}

/** A whole number. */
export function int(options: LeafOptions<number> & Range): Leaf<number> {
  return leaf('integer', 'number', { type: 'integer', ...rangeSchema(options, 'an integer', 'int') }, options);
}

/** One of a closed set of whole numbers. */
export function intChoice<const T extends number>(of: readonly T[], options: LeafOptions<NoInfer<T>>): Leaf<T> {
  const shown = of.map(String);
  const schema: JsonSchema = { enum: of, type: 'integer', title: `one of ${shown.join(', ')}` };
  return leaf('integer', shown.join(' | '), schema, options);
}

/** A whole number that may be left out: the empty string is "not set". */
export function optionalInt(options: LeafOptions<number | ''> & Range): Leaf<number | ''> {
  const range = rangeSchema(options, 'an integer', 'int');
  const schema: JsonSchema = {
    ...range,
    definition: `${range.definition ?? ''}${OPTIONAL}`,
    title: `${range.title ?? ''}, or "" for not set`,
    type: ['integer', 'string'],
    maxLength: 0,
  };
  return leaf('optionalInteger', "number | ''", schema, options);
}

/** A number, such as a ratio. */
export function number(options: LeafOptions<number> & Range): Leaf<number> {
  return leaf('number', 'number', { type: 'number', ...rangeSchema(options, 'a number', 'number') }, options);
}

/** A whole number or a percentage, as rollout fields take it. */
export function intOrPercent(options: LeafOptions<number | string>): Leaf<number | string> {
  const schema: JsonSchema = {
    definition: 'intOrPercent',
    type: ['integer', 'string'],
    minimum: 0,
    maximum: MAX_INT32,
    pattern: '^[0-9]{1,3}%$',
    title: 'an integer >= 0 or a percentage such as "25%"',
  };
  return leaf('scalar', 'number | string', schema, options);
}

/** Free text, or text of a format. With a default of `''`, the empty string means "not set". */
export function text(options: LeafOptions<string> & { readonly format?: keyof typeof FORMATS }): Leaf<string> {
  const { format } = options;
  return leaf('string', 'string', format === undefined ? ANY_TEXT : ofFormat(format, options.default === ''), options);
}

function ofFormat(name: keyof typeof FORMATS, allowEmpty = false): JsonSchema {
  return { ...formatSchema(FORMATS[name], allowEmpty), definition: allowEmpty ? name + OPTIONAL : name };
}

/** One of a closed set of texts. */
export function choice<const T extends string>(of: readonly T[], options: LeafOptions<NoInfer<T>>): Leaf<T> {
  const shown = of.map((value) => JSON.stringify(value));
  return leaf(
    'string',
    shown.map((value) => value.replace(/"/g, "'")).join(' | '),
    { enum: of, type: 'string', title: `one of ${shown.join(', ')}` },
    options,
  );
}

/** A map of labels: keys and values in the label grammar. */
export function labels(options: LeafOptions<Readonly<Record<string, string>>>): Leaf<Readonly<Record<string, string>>> {
  return textMap('labels', ofFormat('labelValue'), options);
}

/** A map of annotations: keys in the label grammar, values free text. */
export function annotations(
  options: LeafOptions<Readonly<Record<string, string>>>,
): Leaf<Readonly<Record<string, string>>> {
  return textMap('annotations', ANY_TEXT, options);
}

function textMap(
  definition: string,
  value: JsonSchema,
  options: LeafOptions<Readonly<Record<string, string>>>,
): Leaf<Readonly<Record<string, string>>> {
  const schema: JsonSchema = {
    definition,
    type: 'object',
    title: 'a map of texts',
    propertyNames: formatSchema(FORMATS.labelKey),
    additionalProperties: value,
  };
  return leaf('map', 'MapOf<string>', schema, options);
}

/** A list of texts of a format. */
export function textList(
  options: LeafOptions<readonly string[]> & { readonly format?: keyof typeof FORMATS },
): Leaf<readonly string[]> {
  const items = options.format === undefined ? ANY_TEXT : ofFormat(options.format);
  const definition = `${options.format ?? 'text'}-list`;
  return leaf('list', 'ListOf<string>', { definition, type: 'array', title: 'a list of texts', items }, options);
}

/** A list of texts out of a closed set. */
export function choiceList<const T extends string>(
  of: readonly T[],
  options: LeafOptions<readonly NoInfer<T>[]>,
): Leaf<readonly T[]> {
  const shown = of.map((value) => JSON.stringify(value));
  const items: JsonSchema = { enum: of, type: 'string', title: `one of ${shown.join(', ')}` };
  const type = `ListOf<${shown.map((value) => value.replace(/"/g, "'")).join(' | ')}>`;
  return leaf('list', type, { type: 'array', title: 'a list', items, uniqueItems: true }, options);
}

/** A map of whatever JSON can hold. */
type JsonMap = Readonly<Record<string, Json>>;

/** A Kubernetes object that is passed on as it is; `api` is its type in TypeScript. */
export function manifest<T = JsonMap>(api: string, options: LeafOptions<JsonMap>): Leaf<T> {
  return leaf('map', api, ANY_MAP, options);
}

/** Lists are merged by name, so a name is a text before Kubernetes looks at it. */
const NAME: JsonSchema = { ...ANY_TEXT, definition: 'name', minLength: 1, title: 'a name' };

/**
 * A list of Kubernetes objects that are passed on as they are; `api` is the type of one in TypeScript. `fields` closes the first level of an
 * item, `required` says what an item must have.
 */
export function manifestList<T = JsonMap>(
  api: string,
  options: LeafOptions<readonly JsonMap[]> & {
    readonly fields?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  },
): Leaf<readonly T[]> {
  const { fields, required = [] } = options;
  const open: JsonSchema = required.includes('name') ? { ...OPEN_MAP, properties: { name: NAME } } : OPEN_MAP;
  const item: JsonSchema =
    fields === undefined ? open : { type: 'object', title: 'a map', properties: fields, additionalProperties: false };
  const items: JsonSchema = required.length === 0 ? item : { ...item, required };
  const definition = fields === undefined ? ['maps', ...required].join('-') : `${api.replace(/^\w+\./, '')}-list`;
  return leaf('list', `ListOf<${api}>`, { definition, type: 'array', title: 'a list', items }, options);
}
