import {
  type Expr,
  type Json,
  type Value,
  type ValueType,
  requireGiven,
  requireItems,
  requireKind,
  requireMap,
} from '../expr';
import { OPTIONAL, OR_EMPTY } from './definitions';
import { FORMATS, type FormatName, formatSchema } from './formats';
import { at } from './maps';
import { requireOptions } from './options';
import { ANY_TEXT, type JsonSchema } from './schema';

/** One value that an installer may set. */
export interface Leaf<out T = unknown> {
  /** Tells a value from a section. */
  readonly kind: 'leaf';
  /** Type only: what the value is in TypeScript. */
  readonly valueType?: T;
  /** What the value is once it is known. */
  readonly type: ValueType;
  /** What it is for, in one sentence. */
  readonly description: string;
  /** The value that counts when none is given. */
  readonly default: Json;
  /** What is allowed, as JSON Schema. */
  readonly schema: JsonSchema;
  /** TypeScript source of the value's type. */
  readonly tsType: string;
  /** Page that defines the field. */
  readonly see?: string;
  /** Version of the chart that first had the value, where an older one was released without it. */
  readonly since?: string;
  /** The values of each of its items, where it is a list or a map of sections. */
  readonly item?: Section;
}

/** What is wrong where values do not go together. */
export interface ValueRule {
  /** The value that the message names: its keys, joined by dots, such as `service.https.port`. */
  readonly path: string;
  /** Holds where the values do not go together. */
  readonly broken: Expr<boolean>;
  /** What is allowed, and because of which other value: the message says it after "expected". */
  readonly expected: Value<string>;
  /** What was given: the message says it after "got". */
  readonly got: Value<string>;
}

/** Something that is allowed and will not work. */
export interface ValueWarning {
  /** Holds where it is so. */
  readonly when: Expr<boolean>;
  /** What does not work, and what to do: one line that begins with the path of a value. */
  readonly text: string;
}

/** A closed map of values: keys that are not declared are refused. */
export interface Section<out C extends Children = Children> {
  /** Tells a section from a value. */
  readonly kind: 'section';
  /** What its values are about, in one sentence. */
  readonly description: string;
  /** Its values and sections, by key. */
  readonly children: C;
  /** Name under which the schema of the chart says it once. */
  readonly sharedAs?: string;
  /** Rules between its values, over their handles; see `withRules`. */
  readonly rules?: (values: object) => readonly ValueRule[];
}

/** The values in a section, by key. */
export interface Children {
  /** A value or a section; the key is its key in values.yaml. */
  readonly [key: string]: Leaf | Section;
}

/** What every value says of itself. */
export interface LeafOptions<T> {
  /** What it is for, in one sentence: the comment in values.yaml and the row in the reference. */
  readonly description: string;
  /** The value that counts when none is given, or null. */
  readonly default: T;
  /** Page that defines the field. */
  readonly see?: string;
  /**
   * Version of the chart that first had the value, such as `0.2.0`. Say it of each value that a released chart gains: `helm upgrade --reuse-values`
   * from an older one then takes the default, as it cannot for a value that it takes for null.
   *
   * @default - the first version
   */
  readonly since?: string;
  /** Name under which the schema of the chart says kind and description once, for a value that many sections have. */
  readonly sharedAs?: string;
  /** The default that most of them have, said there too. */
  readonly usual?: T;
}

const KINDS: readonly unknown[] = ['leaf', 'section'];

// YAML 1.1 reads these keys as booleans: the value would be lost without a word.
const UNUSABLE_KEY = /^(y|n|yes|no|on|off|true|false|null|~|global)$/i;

/**
 * Declares a closed map of values. `sharedAs` is the name under which the schema of the chart says once what several sections have in
 * common, which is all but their descriptions and defaults.
 *
 * @throws when a key is one that YAML 1.1 reads as a boolean, or `global`, which Helm keeps for itself.
 */
export function section<const C extends Children>(description: string, children: C, sharedAs?: string): Section<C> {
  requireKind('a text', 'section: description', description);
  requireMap('section: children', children);
  for (const [key, child] of Object.entries(children))
    requireGiven(KINDS.includes(at(child, ['kind'])), `section: children.${key}`, 'a value or a section', child);
  const unusable = Object.keys(children).find((key) => UNUSABLE_KEY.test(key));
  if (unusable !== undefined)
    throw new Error(`a value cannot be called "${unusable}": YAML or Helm reads that key as something else`);
  return { kind: 'section', description, children, ...(sharedAs === undefined ? {} : { sharedAs }) };
}

/** A value of a kind; the declarations of this room make theirs with it. */
export function leaf<T>(type: ValueType, tsType: string, schema: JsonSchema, options: LeafOptions<unknown>): Leaf<T> {
  const { description, see, since, sharedAs, usual } = options;
  const documented: JsonSchema = {
    ...schema,
    description,
    default: options.default as Json,
    ...(sharedAs === undefined ? {} : { sharedAs }),
    ...(usual === undefined ? {} : { usual: usual as Json }),
  };
  return {
    kind: 'leaf',
    type,
    tsType,
    description,
    default: options.default as Json,
    schema: documented,
    ...(see === undefined ? {} : { see }),
    ...(since === undefined ? {} : { since }),
  };
}

/** Declares a switch: true or false. */
export function bool(options: LeafOptions<boolean>): Leaf<boolean> {
  requireOptions('bool', options);
  const definition = options.default ? 'on' : 'off';
  return leaf('boolean', 'boolean', { definition, type: 'boolean', title: 'true or false' }, options);
}

/** Kubernetes keeps its integers in 32 bits, ids of users and sample limits aside. */
const [MIN_INT32, MAX_INT32] = [-2147483648, 2147483647];

/** Bounds of a number, both included. */
export interface Range {
  /**
   * Least number.
   *
   * @default -2147483648 for whole numbers; others have no lower bound
   */
  readonly min?: number;
  /**
   * Greatest number.
   *
   * @default 2147483647, the greatest that Kubernetes keeps in most of its fields
   */
  readonly max?: number;
}

/** What a number says of itself. */
export interface NumberOptions<T = number> extends LeafOptions<T>, Range {}

/** What a text, or a list of texts, says of itself. */
export interface TextOptions<T = string> extends LeafOptions<T> {
  /**
   * Grammar of the text.
   *
   * @default - any text without control characters
   */
  readonly format?: FormatName;
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

/** The schema of a whole number. */
export function intSchema(range: Range): JsonSchema {
  return { type: 'integer', minimum: MIN_INT32, ...rangeSchema(range, 'an integer', 'int') };
}

/** Declares a whole number. */
export function int(options: NumberOptions): Leaf<number> {
  requireOptions('int', options);
  return leaf('integer', 'number', intSchema(options), options);
}

/** Declares one of a closed set of whole numbers. */
export function intChoice<const T extends number>(of: readonly T[], options: LeafOptions<NoInfer<T>>): Leaf<T> {
  requireItems('a number', 'intChoice: of', of);
  requireOptions('intChoice', options);
  const shown = of.map(String);
  const schema: JsonSchema = { enum: of, type: 'integer', title: `one of ${shown.join(', ')}` };
  return leaf('integer', shown.join(' | '), schema, options);
}

/** Declares a whole number that may be left out: the empty text is "not set"; see `ifSet`. */
export function optionalInt(options: NumberOptions<number | ''>): Leaf<number | ''> {
  requireOptions('optionalInt', options);
  const range = rangeSchema(options, 'an integer', 'int');
  const schema: JsonSchema = {
    minimum: MIN_INT32,
    ...range,
    definition: `${range.definition ?? ''}${OPTIONAL}`,
    title: `${range.title ?? ''}${OR_EMPTY}`,
    type: ['integer', 'string'],
    maxLength: 0,
  };
  return leaf('optionalInteger', "number | ''", schema, options);
}

/** Declares a number, such as a ratio. */
export function number(options: NumberOptions): Leaf<number> {
  requireOptions('number', options);
  return leaf('number', 'number', { type: 'number', ...rangeSchema(options, 'a number', 'number') }, options);
}

/** What a whole number or percentage says of itself. */
export interface PercentOptions extends LeafOptions<number | string> {
  /**
   * Greatest percentage.
   *
   * @default - any of three digits
   */
  readonly maxPercent?: 100;
}

/** Declares a whole number or a percentage such as `25%`, as `maxSurge` takes it. */
export function intOrPercent(options: PercentOptions): Leaf<number | string> {
  requireOptions('intOrPercent', options);
  const title = 'an integer >= 0 or a percentage of at most 100%';
  const schema: JsonSchema = {
    ...(options.maxPercent === undefined ? {} : { exact: { pattern: '^([0-9]+|0*(100|[0-9]{1,2})%)$', title } }),
    definition: 'intOrPercent',
    type: ['integer', 'string'],
    minimum: 0,
    maximum: MAX_INT32,
    pattern: '^[0-9]{1,3}%$',
    title: 'an integer >= 0 or a percentage such as "25%"',
  };
  return leaf('scalar', 'number | string', schema, options);
}

/** Declares a text, free or of a format. With a default of `''`, the empty text means "not set". */
export function text(options: TextOptions): Leaf<string> {
  requireOptions('text', options);
  const { format } = options;
  return leaf('string', 'string', format === undefined ? ANY_TEXT : ofFormat(format, options.default === ''), options);
}

/** The schema of a text of a format, as a kind of values. */
export function ofFormat(name: FormatName, allowEmpty = false): JsonSchema {
  return { ...formatSchema(FORMATS[name], allowEmpty), definition: allowEmpty ? name + OPTIONAL : name };
}

/** Declares one of a closed set of texts. */
export function choice<const T extends string>(of: readonly T[], options: LeafOptions<NoInfer<T>>): Leaf<T> {
  requireItems('a text', 'choice: of', of);
  requireOptions('choice', options);
  const shown = of.map((value) => JSON.stringify(value));
  return leaf(
    'string',
    shown.map((value) => value.replace(/"/g, "'")).join(' | '),
    { enum: of, type: 'string', title: `one of ${shown.join(', ')}` },
    options,
  );
}

/** What a list of texts says of itself. */
export interface TextListOptions extends TextOptions<readonly string[]> {
  /**
   * True where no text may be there twice.
   *
   * @default false
   */
  readonly isSet?: boolean;
}

/** Declares a list of texts, free or each of a format. */
export function textList(options: TextListOptions): Leaf<readonly string[]> {
  requireOptions('textList', options);
  return leaf('list', 'ListOf<string>', textListSchema(options), options);
}

/** The schema of a list of texts. */
export function textListSchema({ format, isSet = false }: Pick<TextListOptions, 'format' | 'isSet'>): JsonSchema {
  const items = format === undefined ? ANY_TEXT : ofFormat(format);
  const definition = `${format ?? 'text'}-${isSet ? 'set' : 'list'}`;
  const schema: JsonSchema = { definition, type: 'array', title: 'a list of texts', items };
  return isSet ? { ...schema, uniqueItems: true } : schema;
}

/** Declares a list of texts out of a closed set, none of them twice. */
export function choiceList<const T extends string>(
  of: readonly T[],
  options: LeafOptions<readonly NoInfer<T>[]>,
): Leaf<readonly T[]> {
  requireItems('a text', 'choiceList: of', of);
  requireOptions('choiceList', options);
  const shown = of.map((value) => JSON.stringify(value));
  const items: JsonSchema = { enum: of, type: 'string', title: `one of ${shown.join(', ')}` };
  const type = `ListOf<${shown.map((value) => value.replace(/"/g, "'")).join(' | ')}>`;
  return leaf('list', type, { type: 'array', title: 'a list', items, uniqueItems: true }, options);
}
