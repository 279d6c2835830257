import type { Helpers } from './context';
import { quoted } from './refusal';

/** One map out of several. */
export function printMerge(maps: readonly string[], helpers: Helpers): string {
  return `${helpers.template('merge', MERGE, `(list ${maps.join(' ')})`)} | fromJson`;
}

/** One list out of several, without items of the same name. */
export function printMergeByName(lists: readonly string[], helpers: Helpers): string {
  return `${helpers.template('mergeByName', MERGE_BY_NAME, `(list ${lists.join(' ')})`)} | fromJsonArray`;
}

/** The entries of a map as a list of named items. */
export function printNamedItems(map: string, helpers: Helpers): string {
  return `${helpers.template('namedItems', NAMED_ITEMS, map)} | fromJsonArray`;
}

/** Whether a map in a list has a text in a field. */
export function printHasItem(list: string, field: string, text: string, helpers: Helpers): string {
  return `eq (${helpers.template('hasItem', HAS_ITEM, `(list ${list} ${quoted(field)} ${text})`)}) "true"`;
}

/** The texts at a path in the maps of a list. */
export function printTextsAt(list: string, path: readonly string[], helpers: Helpers): string {
  const keys = ['list', ...path.map(quoted)].join(' ');
  return `${helpers.template('textsAt', TEXTS_AT, `(list ${list} (${keys}))`)} | fromJsonArray`;
}

/** The first text that others are, or none of them is. */
export function printFirstText(texts: string, others: string, isShared: boolean, helpers: Helpers): string {
  return helpers.template('firstText', FIRST_TEXT, `(list ${texts} ${others} ${String(isShared)})`);
}

const MERGE = `{{- /* One map out of several; of entries with the same key the last one counts. */ -}}
{{- $merged := dict }}
{{- range $map := . }}
{{- range $key, $value := $map }}
{{- $_ := set $merged $key $value }}
{{- end }}
{{- end }}
{{- toJson $merged }}`;

const MERGE_BY_NAME = `{{- /* One list out of several; of items with the same name the last one counts, at the place of the first. */ -}}
{{- $names := dict }}
{{- $items := dict }}
{{- range $list := . }}
{{- range $item := $list }}
{{- $name := toJson $item }}
{{- if kindIs "map" $item }}
{{- $name = toString $item.name }}
{{- end }}
{{- if not (hasKey $items $name) }}
{{- $_ := set $names (printf "%09d" (len $names)) $name }}
{{- end }}
{{- $_ := set $items $name $item }}
{{- end }}
{{- end }}
{{- $break := "[" }}
{{- range $name := $names }}
{{- $break }}{{ get $items $name | toJson }}
{{- $break = "," }}
{{- end }}
{{- ternary "[]" "]" (empty $names) }}`;

const NAMED_ITEMS = `{{- /* The entries of a map as a list of items, each with its key as its name; what is not a map is left out. */ -}}
{{- $break := "[" }}
{{- range $name, $item := . }}
{{- if kindIs "map" $item }}
{{- $break }}{{ set (omit $item "name") "name" $name | toJson }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- ternary "[]" "]" (eq $break "[") }}`;

const HAS_ITEM = `{{- /* Whether a map in a list has a text in a field, or the list the text. */ -}}
{{- $field := index . 1 }}
{{- $text := index . 2 }}
{{- $found := and (eq $field "") (has $text (index . 0)) }}
{{- range $item := index . 0 }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item $field) (eq (toJson (get $item $field)) (toJson $text)) }}
{{- $found = true }}
{{- end }}
{{- end }}
{{- end }}
{{- $found }}`;

const TEXTS_AT = `{{- /* The texts at a path of keys, through maps and lists. */ -}}
{{- $value := index . 0 }}
{{- $path := index . 1 }}
{{- $break := "[" }}
{{- if kindIs "slice" $value }}
{{- range $item := $value }}
{{- $texts := include "CHART.textsAt" (list $item $path) | trimPrefix "[" | trimSuffix "]" }}
{{- if $texts }}
{{- $break }}{{ $texts }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- else if and (empty $path) (kindIs "string" $value) }}
{{- $break }}{{ toJson $value }}
{{- $break = "," }}
{{- else if and (not (empty $path)) (kindIs "map" $value) }}
{{- if hasKey $value (first $path) }}
{{- $break }}{{ include "CHART.textsAt" (list (get $value (first $path)) (rest $path)) | trimPrefix "[" | trimSuffix "]" }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- ternary "[]" "]" (eq $break "[") }}`;

const FIRST_TEXT = `{{- /* The first text that is among others, or that is not. */ -}}
{{- $others := dict }}
{{- range $text := index . 1 }}
{{- $_ := set $others $text true }}
{{- end }}
{{- $isShared := index . 2 }}
{{- $isOpen := true }}
{{- range $text := index . 0 }}
{{- if and $isOpen (eq $isShared (hasKey $others $text)) }}
{{- $isOpen = false }}
{{- $text }}
{{- end }}
{{- end }}`;
