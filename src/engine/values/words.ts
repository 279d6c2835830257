import { shown } from '../expr';
import { OR_EMPTY } from './definitions';
import type { JsonSchema, JsonType } from './schema';

/** What is allowed and what was given, in words. */
interface Words {
  readonly expected: string;
  readonly got: string;
}

/** What is said of a value of another type: the types by the names of JSON, which Helm says too, and what is allowed. */
export function ofOtherType(schema: JsonSchema, value: unknown): Words {
  const { type = [], enum: of, title } = schema;
  if (of !== undefined) return notAllowed(schema, value);
  const types: readonly JsonType[] = typeof type === 'string' ? [type] : type;
  const names = types.filter((name) => name !== 'null').join(' or ');
  const isSaid = title === undefined || title === `an ${names}` || title === `a ${names}`;
  return { expected: isSaid ? names : `${names} (${expected(schema)})`, got: typed(value) };
}

/** What is said of a value of an allowed type that is not allowed. */
export function notAllowed(schema: JsonSchema, value: unknown): Words {
  const got = shown(value);
  if (schema.enum !== undefined) return { expected: expected(schema), got };
  if (Array.isArray(value)) return { expected: `${expected(schema)}, unique items`, got: equalItems(value) };
  return { expected: typeof value === 'number' ? inRange(schema, value) : expected(schema), got };
}

/** What is allowed, in words. */
export function expected(schema: JsonSchema): string {
  return before(schema, lengths(schema));
}

function lengths({ minLength = 0, maxLength = 0 }: JsonSchema): string {
  const most = `${String(maxLength)} characters`;
  if (maxLength === 0) return minLength === 0 ? '' : ` of at least ${String(minLength)} characters`;
  return minLength === 0 ? ` of at most ${most}` : ` of ${String(minLength)} to ${most}`;
}

/** The title does not say the bounds that most numbers have. */
function inRange(schema: JsonSchema, value: number): string {
  const { title = '', minimum = -Infinity, maximum = Infinity } = schema;
  const isSaid = (bound: number): boolean => title.includes(String(bound));
  if (value > maximum && !isSaid(maximum)) return `at most ${String(maximum)}`;
  return value < minimum && !isSaid(minimum) ? `at least ${String(minimum)}` : expected(schema);
}

/** A title with something added that is not about the empty text. */
function before({ title = 'another type' }: JsonSchema, added: string): string {
  return title.endsWith(OR_EMPTY) ? title.replace(OR_EMPTY, added + OR_EMPTY) : title + added;
}

function equalItems(items: readonly unknown[]): string {
  const texts = items.map((item) => JSON.stringify(item));
  const second = texts.findIndex((text, i) => texts.indexOf(text) < i);
  return `equal items, ${String(texts.indexOf(texts[second] ?? ''))} and ${String(second)}`;
}

function typed(value: unknown): string {
  const text = shown(value);
  if (text === 'a list') return 'array';
  if (text === 'a map') return 'object';
  const isNamed = ['string', 'number', 'boolean'].includes(typeof value);
  return isNamed ? `${typeof value} ${text}` : text;
}
