import { isAllowed } from './allowed';
import { isMap } from './maps';
import { NULLS_OF_YAML, isRe2 } from './re2';
import { NETWORK_EXPECTED, hasHostBits } from './networks';
import type { Exclusive, JsonSchema, Size, Unique, Variant, Variants } from './schema';

/** A mistake below a value: where it is, what is expected and what was given. */
export interface Mistake {
  /** What follows the path of the value; empty for the value itself. */
  readonly below: string;
  /** What is allowed there. */
  readonly expected: string;
  /** What was given. */
  readonly got: string;
}

/** What JSON Schema cannot say: items of one name, or with one that others have. The chart asks the same of Helm. */
export function repeatedIn({ unique }: JsonSchema, items: readonly unknown[]): readonly Mistake[] {
  if (unique === undefined) return [];
  const { fields, taken } = unique;
  const names = items.map((item) => fields.map((field) => (isMap(item) ? item[field] : undefined)));
  const shown = names.map((texts) =>
    texts.map((text) => (typeof text === 'string' ? JSON.stringify(text) : '')).join(' and '),
  );
  const known = new Set<string>();
  return names.flatMap((texts, i) => {
    const [first] = texts;
    const name = shown[i] ?? '';
    const isNamed = texts.every((text) => typeof text === 'string');
    const isRepeated = isNamed && (known.has(name) || taken.some((other) => other === first));
    known.add(name);
    const below = `[${String(i)}].${fields[0] ?? ''}`;
    return isRepeated ? [{ below, expected: uniqueExpected(unique), got: name }] : [];
  });
}

/** What a list or a map has too few or too many of. */
export function mistakesOfSize({ size }: JsonSchema, given: object): readonly Mistake[] {
  const { length } = Object.values(given);
  const { min = 0, max = Infinity } = size ?? {};
  if (size === undefined || (length >= min && length <= max)) return [];
  return [{ below: '', expected: sizeExpected(size, Array.isArray(given)), got: String(length) }];
}

/** How many are allowed, in words. */
export function sizeExpected({ min = 0, max }: Size, isList: boolean): string {
  const [one, many] = isList ? ['item', 'items'] : ['entry', 'entries'];
  const least = min === 0 ? [] : [`at least ${String(min)}`];
  const most = max === undefined ? [] : [`at most ${String(max)}`];
  return `${[...least, ...most].join(' and ')} ${(max ?? min) === 1 ? one : many}`;
}

/** What is allowed in fields that are unique, in words. */
export function uniqueExpected({ fields, taken }: Unique): string {
  const others = taken.length === 0 ? '' : ` and that is none of ${taken.join(', ')}`;
  return `a ${fields.join(' and ')} that no other item has${others}`;
}

/** What is allowed as a key where others have some, in words. */
export function keyExpected(taken: readonly string[]): string {
  return `a key that is none of ${taken.join(', ')}`;
}

/** What JSON Schema cannot say of a text: that Go reads it as a regular expression, and what it is when it is read as JSON. */
export function mistakesInText(schema: JsonSchema, text: string): readonly Mistake[] {
  return [...mistakesInRegex(schema, text), ...mistakesInJson(schema, text), ...mistakesInExact(schema, text)];
}

function mistakesInExact({ exact, network = false }: JsonSchema, text: string): readonly Mistake[] {
  const got = JSON.stringify(text);
  if (exact !== undefined && !isAllowed(exact, text)) return [{ below: '', expected: exact.title ?? '', got }];
  return network && hasHostBits(text) ? [{ below: '', expected: NETWORK_EXPECTED, got }] : [];
}

/** What is allowed where a text is a regular expression, in words. */
export const RE2_EXPECTED = `a regular expression of RE2 (${NULLS_OF_YAML.join(' and ')} in brackets, groups named by (?P<name>...))`;

function mistakesInRegex({ re2 = false }: JsonSchema, text: string): readonly Mistake[] {
  return re2 && !isRe2(text) ? [{ below: '', expected: RE2_EXPECTED, got: JSON.stringify(text) }] : [];
}

/** What JSON Schema says only at length: what a map must and must not have because of the text of a field. */
export function mistakesOfVariant(
  { variants = [] }: JsonSchema,
  map: Readonly<Record<string, unknown>>,
): readonly Mistake[] {
  return variants.flatMap((each) => {
    const text = textOf(each, map);
    const kind = each.kinds.find(({ of }) => of.includes(text));
    return kind === undefined ? [] : mistakesOfKind(kind, variantReason(each, text), map);
  });
}

/** The text that tells which variant a map is. */
function textOf({ field, default: usual }: Variants, map: Readonly<Record<string, unknown>>): string {
  const given = map[field];
  return (typeof given === 'string' && given !== '' ? given : usual).toLowerCase();
}

function mistakesOfKind(kind: Variant, reason: string, map: Readonly<Record<string, unknown>>): readonly Mistake[] {
  const { required = [], refused = [], formats = {} } = kind;
  const has = (field: string): boolean => Object.hasOwn(map, field);
  return [
    ...required
      .filter((field) => !has(field))
      .map((field) => ({ below: `.${field}`, expected: `a value ${reason}`, got: 'nothing' })),
    ...refused.filter(has).map((field) => ({ below: `.${field}`, expected: `nothing ${reason}`, got: 'a value' })),
    ...Object.entries(formats).flatMap(([field, { pattern = '', title = '' }]) => {
      const text = map[field];
      const isWrong = typeof text === 'string' && !new RegExp(pattern).test(text);
      return isWrong ? [{ below: `.${field}`, expected: `${title} ${reason}`, got: JSON.stringify(text) }] : [];
    }),
  ];
}

/** Why a map must or must not have a field, in words. */
export function variantReason({ field }: Pick<Variants, 'field'>, text: string): string {
  return `where ${field} is ${text === '' ? 'not given' : text}`;
}

function mistakesInJson({ json }: JsonSchema, text: string): readonly Mistake[] {
  if (json === undefined) return [];
  const content = contentOf(text);
  if (content === undefined) return [{ below: '', expected: 'a map in JSON', got: 'a text that is none' }];
  const wrong = Object.entries(json).find(([key, taken]) => !isText(content[key], taken));
  if (wrong === undefined) return [];
  const [key, taken] = wrong;
  return [
    {
      below: '',
      expected: textExpected(key, taken),
      got: Object.hasOwn(content, key) ? JSON.stringify(content[key]) : 'nothing',
    },
  ];
}

/** Texts in files that an earlier one has; in the order of their names, as Go reads them. */
export function repeatedInFiles(
  { additionalProperties: entry = {} }: JsonSchema,
  map: Readonly<Record<string, unknown>>,
): readonly Mistake[] {
  const json = entry === false ? undefined : entry.json;
  if (json === undefined) return [];
  const contents = Object.entries(map)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, text]) => ({ name, content: (typeof text === 'string' ? contentOf(text) : undefined) ?? {} }));
  return contents.flatMap(({ name, content }, i) =>
    Object.entries(json).flatMap(([key, taken]) => {
      const text = content[key];
      const isRepeated = contents.slice(0, i).some((other) => other.content[key] === text);
      if (typeof text !== 'string' || !isRepeated) return [];
      return [{ below: `.${name}`, expected: textExpected(key, taken), got: JSON.stringify(text) }];
    }),
  );
}

/** What is allowed as a text in a map in JSON, in words. */
export function textExpected(key: string, taken: readonly string[]): string {
  const others = taken.length === 0 ? '' : ` and that is none of ${taken.join(', ')}`;
  return `a map in JSON whose "${key}" is a text that no other file has${others}`;
}

function isText(value: unknown, taken: readonly string[]): boolean {
  return typeof value === 'string' && value !== '' && !taken.includes(value);
}

/** Go reads null as an empty map. */
function contentOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(text) ?? {};
    return isMap(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** What JSON Schema cannot say, since null takes a field out: what a map has too many or too few of. */
export function mistakesOfExclusive(
  { exclusive }: JsonSchema,
  map: Readonly<Record<string, unknown>>,
): readonly Mistake[] {
  if (exclusive === undefined) return [];
  const { length } = exclusive.of.filter((field) => Object.hasOwn(map, field) && map[field] !== null);
  const isWrong = length > 1 || (exclusive.isNeeded && length === 0);
  return isWrong ? [{ below: '', expected: exclusiveExpected(exclusive), got: String(length) }] : [];
}

/** How many of some fields are allowed, in words. */
export function exclusiveExpected({ of, isNeeded }: Exclusive): string {
  return `${isNeeded ? 'exactly' : 'at most'} one of ${of.join(', ')}`;
}
