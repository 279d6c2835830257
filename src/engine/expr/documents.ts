import type { Json } from './expr';
import { byKey } from './order';

/** JSON as the template function `toRawJson` prints it: keys in order, and line ends of Unicode escaped. */
export function jsonOf(json: Json): string {
  if (!isCollection(json)) return escaped(JSON.stringify(json));
  if (isList(json)) return `[${json.map(jsonOf).join(',')}]`;
  return `{${sorted(json)
    .map(([key, value]) => `${jsonOf(key)}:${jsonOf(value)}`)
    .join(',')}}`;
}

/** YAML in blocks, whose keys and texts are JSON: no value can be read as something else. */
export function yamlOf(json: Json): string {
  if (!isBlock(json)) return jsonOf(json);
  if (isList(json)) return json.map((item) => `- ${indented(yamlOf(item)).trimStart()}`).join('\n');
  return sorted(json)
    .map(([key, value]) => `${jsonOf(key)}:${isBlock(value) ? `\n${indented(yamlOf(value))}` : ` ${jsonOf(value)}`}`)
    .join('\n');
}

type Map = Readonly<Record<string, Json>>;

function sorted(map: Map): readonly (readonly [string, Json])[] {
  return Object.entries(map).sort(byKey);
}

function isBlock(json: Json): json is readonly Json[] | Map {
  return isCollection(json) && Object.keys(json).length > 0;
}

function isCollection(json: Json): json is readonly Json[] | Map {
  return typeof json === 'object' && json !== null;
}

function isList(json: readonly Json[] | Map): json is readonly Json[] {
  return Array.isArray(json);
}

function escaped(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function indented(lines: string): string {
  return lines.replace(/^/gm, '  ');
}
