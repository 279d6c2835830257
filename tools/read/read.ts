/**
 * Returns a value as a type.
 *
 * @param at where the value was found, for messages.
 * @throws Error of one line if it is none of that type.
 */
export type Reader<T> = (value: unknown, at: string) => T;

/** What a reader returns. */
export type Read<R> = R extends Reader<infer T> ? T : never;

/** The readers of the fields of an object, by name. */
export type Fields = Readonly<Record<string, Reader<unknown>>>;

/** Any value, as it is. */
export const anything: Reader<unknown> = (value) => value;

export const text: Reader<string> = (value, at) => (typeof value === 'string' ? value : refuse('a text', value, at));

export const number: Reader<number> = (value, at) =>
  typeof value === 'number' ? value : refuse('a number', value, at);

/** True or false. */
export const flag: Reader<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : refuse('true or false', value, at);

/** Undefined where there is nothing, or null. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined || value === null ? undefined : reader(value, at));
}

/** A list with items of one type. */
export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return refuse('a list', value, at);
    return value.map((item: unknown, index) => reader(item, `${at}[${index}]`));
  };
}

/** An object with values of one type by any name. */
export function mapOf<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, at) =>
    Object.fromEntries(entriesOf(value, at).map(([name, inner]) => [name, reader(inner, `${at}.${name}`)]));
}

/** An object with these fields; what else it holds is left out. */
export function fields<F extends Fields>(shape: F): Reader<{ readonly [Name in keyof F]: Read<F[Name]> }> {
  return (value, at) => {
    const found = Object.fromEntries(entriesOf(value, at));
    const read = Object.entries(shape).map(([name, reader]) => [name, reader(found[name], `${at}.${name}`)]);
    // The names are those of the shape, and each value comes out of the reader of its name.
    return Object.fromEntries(read) as { [Name in keyof F]: Read<F[Name]> };
  };
}

/** A text that holds JSON. */
export function jsonText<T>(reader: Reader<T>): Reader<T> {
  return (value, at) => parseJson(text(value, at), reader, at);
}

/**
 * Reads JSON as a type.
 *
 * @throws Error of one line if the text is no JSON, or JSON of another type.
 */
export function parseJson<T>(source: string, reader: Reader<T>, at: string): T {
  return reader(parsed(source, at), at);
}

function parsed(source: string, at: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return refuse('JSON', source, at);
  }
}

function entriesOf(value: unknown, at: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('an object', value, at);
  return Object.entries(value);
}

function refuse(expected: string, value: unknown, at: string): never {
  throw new Error(`${at}: expected ${expected}, got ${shown(value)}`);
}

/** In one line, and not all of it. */
function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}
