/** A value in the templates: the expression that is it, and how a message calls it, as a format of `printf` and its arguments. */
export interface Place {
  /** The expression, in brackets where it is more than a word. */
  readonly value: string;
  /** The format of its path below `values`. */
  readonly where: string;
  /** Arguments of that format. */
  readonly args: string;
  /** How many loops it is in. */
  readonly depth: number;
}

/** Lines that hold under a condition, if there are any. */
export function when(condition: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
}

/** Lines that refuse what is at a place, in the words of the checks of the values, where a condition holds. `got` is a format and its arguments. */
export function refuseWhen(
  condition: string,
  { where, args }: Pick<Place, 'where' | 'args'>,
  expected: string,
  [got, ...gotArgs]: readonly [format: string, ...args: readonly string[]],
): readonly string[] {
  const format = `values.${where}: expected ${expected.replaceAll('%', '%%')}, got ${got}`;
  return when(condition, [`{{- fail (printf ${quoted(format)} ${[args, ...gotArgs].join(' ').trim()}) }}`]);
}

/** A list of texts. */
export function listOf(texts: readonly string[]): string {
  return `(${['list', ...texts.map(quoted)].join(' ')})`;
}

/** A text as Go reads it. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** What JSON, and so Helm with a schema, calls the kinds of Go. */
export const JSON_TYPES =
  'dict "map" "object" "slice" "array" "bool" "boolean" "string" "string" "float64" "number" "int64" "number" "int" "number" "invalid" "null"';
