import { type Endings, type Units, sha256Of } from '../expr';
import type { Helpers } from './context';
import { escapeTemplate } from './yaml-text';

/** A name of at most `max` characters. */
export function printShortenName(name: string, max: number, helpers: Helpers): string {
  return helpers.template('shortenName', SHORTEN_NAME, `(list ${name} ${String(max)})`);
}

/** A text with another ending. */
export function printReplaceEnding(text: string, endings: Endings, helpers: Helpers): string {
  return helpers.template('replaceEnding', REPLACE_ENDING, `(list ${text} (${printTable(endings, helpers)}))`);
}

/** What an amount is worth, as a float. */
export function printWorth(amount: string, units: Units, helpers: Helpers): string {
  return `(${helpers.template('worth', WORTH, `(list ${amount} (${printTable(units, helpers)}))`)} | float64)`;
}

/** A table is long, and often needed again: it is a template, called after what is in it. */
export function printTable(texts: Readonly<Record<string, string>>, helpers: Helpers): string {
  const table = escapeTemplate(JSON.stringify(texts));
  return `${helpers.template(`table-${sha256Of(table).slice(0, 6)}`, table, 'dict')} | fromJson`;
}

/** A map or list as YAML. `append` copies its list, so that a long one would take a time that grows with its square: what is made one by one is printed. */
export function printYaml(collection: string, helpers: Helpers): string {
  const about =
    'As toYaml, but exact: that loses line ends at the end of a text, and any text with a control character.';
  return helpers.template('yaml', yamlTemplate('yaml', about, '"%s%q:%s" $break $key', 'quote'), collection);
}

/** The same as a text, which is the same in JavaScript. */
export function printYamlText(data: string, helpers: Helpers): string {
  const key = '"%s%s:%s" $break (toRawJson $key)';
  return helpers.template(
    'yamlText',
    yamlTemplate('yamlText', 'YAML whose keys and texts are JSON.', key, 'toRawJson'),
    data,
  );
}

function yamlTemplate(name: string, about: string, key: string, text: string): string {
  return `{{- /* ${about} */ -}}
{{- $break := "" }}
{{- if and (kindIs "map" .) . }}
{{- range $key, $value := . }}
{{- $text := include "CHART.${name}" $value }}
{{- $isBlock := and (or (kindIs "map" $value) (kindIs "slice" $value)) (not (empty $value)) }}
{{- printf ${key} (ternary (nindent 2 $text) (printf " %s" $text) $isBlock) }}
{{- $break = "\\n" }}
{{- end }}
{{- else if and (kindIs "slice" .) . }}
{{- range $value := . }}
{{- printf "%s- %s" $break (include "CHART.${name}" $value | indent 2 | trimPrefix "  ") }}
{{- $break = "\\n" }}
{{- end }}
{{- else if kindIs "string" . }}
{{- ${text} . }}
{{- else if kindIs "slice" . }}
{{- "[]" }}
{{- else }}
{{- toJson . }}
{{- end }}`;
}

/** A text with its ASCII letters in the other case. */
export function printCase(to: 'lower' | 'upper', text: string, helpers: Helpers): string {
  const letters = to === 'lower' ? 'A-Z' : 'a-z';
  return helpers.template(to, CASE.replaceAll('LETTERS', letters).replaceAll('TO', to), text);
}

const CASE = `{{- /* ASCII letters in TO case; others stay, since not all languages change them alike. */ -}}
{{- range $run := regexFindAll "[LETTERS]+|[^LETTERS]+" . -1 }}
{{- ternary (TO $run) $run (regexMatch "^[LETTERS]" $run) }}
{{- end }}`;

/** The text under a key of a map, or another. */
export function printTextAt(map: string, key: string, fallback: string, helpers: Helpers): string {
  return helpers.template('textAt', TEXT_AT, `(list ${map} ${key} ${fallback})`);
}

const TEXT_AT = `{{- /* The text under a key of a map, or another where there is none. */ -}}
{{- $found := index . 2 }}
{{- range $key, $value := index . 0 }}
{{- if and (eq (toString $key) (index $ 1)) (kindIs "string" $value) }}
{{- $found = $value }}
{{- end }}
{{- end }}
{{- $found }}`;

const SHORTEN_NAME = `{{- /* A name, cut where it is too long; a hash of the whole then keeps it unique. */ -}}
{{- $name := toString (index . 0) }}
{{- $max := index . 1 }}
{{- if le (len $name) $max }}
{{- $name }}
{{- else }}
{{- regexReplaceAll "[^a-zA-Z0-9]+$" (trunc (int (sub $max 9)) $name) "" }}-{{ sha256sum $name | trunc 8 }}
{{- end }}`;

const REPLACE_ENDING = `{{- /* A text whose ending is replaced where it is one of a table. */ -}}
{{- $text := index . 0 }}
{{- $done := $text }}
{{- range $ending, $other := index . 1 }}
{{- if hasSuffix $ending $text }}
{{- $done = print (trimSuffix $ending $text) $other }}
{{- end }}
{{- end }}
{{- $done }}`;

const WORTH = `{{- /* What an amount is worth: each number in the text times its unit, in all. */ -}}
{{- $units := index . 1 }}
{{- $sum := float64 0 }}
{{- range $piece := regexFindAll "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[A-Za-z%]*" (toString (index . 0)) -1 }}
{{- $number := regexFind "^([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?" $piece }}
{{- $sum = addf $sum (mulf $number (get $units (trimPrefix $number $piece) | default "0")) }}
{{- end }}
{{- $sum | toJson }}`;
