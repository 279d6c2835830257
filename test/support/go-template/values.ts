/** What the actions of a template handle. A number that Helm read is a float; an integer of Go is a `bigint`. */
export type GoValue = string | number | bigint | boolean | null | readonly GoValue[] | GoMap | GoFunction;
export interface GoMap {
  [key: string]: GoValue;
}
export type GoFunction = (...args: readonly GoValue[]) => GoValue;

export function isMap(value: GoValue | undefined): value is GoMap {
  return kindOf(value) === 'map';
}

export function isList(value: GoValue | undefined): value is readonly GoValue[] {
  return Array.isArray(value);
}

const KINDS: Readonly<Record<string, string>> = {
  number: 'float64',
  bigint: 'int64',
  boolean: 'bool',
  object: 'map',
  function: 'func',
  undefined: 'invalid',
};

export function kindOf(value: GoValue | undefined): string {
  if (value === null) return 'invalid';
  return isList(value) ? 'slice' : (KINDS[typeof value] ?? typeof value);
}

const NOTHING: readonly unknown[] = [undefined, null, '', false, 0, 0n];

/** Whether `if` takes the other way. */
export function isEmpty(value: GoValue | undefined): boolean {
  if (isList(value)) return value.length === 0;
  return isMap(value) ? Object.keys(value).length === 0 : NOTHING.includes(value);
}

/** As `%v` prints it. */
export function show(value: GoValue | undefined): string {
  if (value === null || value === undefined) return '<nil>';
  if (typeof value === 'number') return showFloat(value);
  if (isList(value)) return `[${value.map(show).join(' ')}]`;
  if (isMap(value))
    return `map[${sortedEntries(value)
      .map(([key, one]) => `${key}:${show(one)}`)
      .join(' ')}]`;
  return String(value);
}

/** With an exponent from a million on. */
function showFloat(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 21 && (power < 6 || digits.length - 2 >= 21)) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

export function sortedEntries(map: GoMap): readonly (readonly [string, GoValue])[] {
  return Object.entries(map).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** As `toRawJson` prints it. */
export function rawJson(value: GoValue | undefined): string {
  if (isList(value)) return `[${value.map(rawJson).join(',')}]`;
  if (!isMap(value))
    return json(value).replace(/\\u00(3c|3e|26|[789].)/g, (escape) => JSON.parse(`"${escape}"`) as string);
  return `{${sortedEntries(value)
    .map(([key, one]) => `${rawJson(key)}:${rawJson(one)}`)
    .join(',')}}`;
}

const HTML = /[<>&\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** As `toJson` prints it: keys in order, and no character that HTML or YAML could take for something else. */
export function json(value: GoValue | undefined): string {
  if (isList(value)) return `[${value.map(json).join(',')}]`;
  if (isMap(value))
    return `{${sortedEntries(value)
      .map(([key, one]) => `${json(key)}:${json(one)}`)
      .join(',')}}`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function') throw new Error('a function is no JSON');
  return escaped(JSON.stringify(value ?? null));
}

function escaped(text: string): string {
  return text.replace(HTML, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
