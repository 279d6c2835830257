import type { Json, ValueType } from '../expr';
import { type Leaf, NULL_SHOWN, type Section, fillDefaults, hasNewer, leavesOf, nullRefused, section } from '../values';
import { checkTemplates } from './checks';
import type { PrintContext } from './context';
import { printDefine } from './helpers';
import { JSON_TYPES } from './refusal';
import { newerTemplates } from './newer';
import { escapeTemplate } from './yaml-text';

/**
 * The template that every other one includes first. It makes "not set" of each absent or null key of `.Values`, since Helm takes a key away
 * that is null, and refuses null where the value must be something; it takes the nulls out of maps; and it refuses a switch, list or map where
 * something else belongs, and the other way round, so that nothing but what templates quote reaches them even when Helm skips the schema.
 */
export function defaultsTemplate(
  chart: string,
  values: Section,
  context: PrintContext,
  printYaml: (value: Json) => string,
): string {
  const checks = checkTemplates(chart, values, context);
  const written = (body: string): string => body.replaceAll('CHART', chart).replaceAll('TYPES', JSON_TYPES);
  const hasItems = leavesOf(values).some(({ leaf }) => leaf.item !== undefined);
  return [
    `{{- /* Prepares .Values; every template includes it first. */ -}}\n${printDefine(`${chart}.defaults`, fillBody(chart, hasNewer(values), checks.length > 0))}`,
    printDefine(`${chart}.fill`, written(FILL)),
    printDefine(`${chart}.fillOne`, written(fillOneTemplate(hasItems))),
    ...(hasItems ? [printDefine(`${chart}.fillItems`, written(FILL_ITEMS))] : []),
    printDefine(`${chart}.dropNulls`, DROP_NULLS.replaceAll('CHART', chart)),
    ...checks.map(([name, body]) => printDefine(`${chart}.${name}`, body)),
    printDefine(`${chart}.kinds`, printData(kindsOf(values))),
    ...newerTemplates(chart, values, printYaml),
  ].join('\n');
}

/** What `fill` must know of each value: what Go calls the kind that it most often has; and if null is refused, what is allowed instead. */
function kindsOf({ children }: Section): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(children).map(([key, child]) => [key, child.kind === 'section' ? kindsOf(child) : kindOf(child)]),
  );
}

function kindOf(leaf: Leaf): Json {
  const { type, item } = leaf;
  if (item !== undefined) return [KINDS[type], type === 'map' ? {} : [], itemKinds(item)];
  const allowed = type === 'boolean' ? undefined : nullRefused(leaf);
  // As long as no list that says what is in an item.
  return allowed === undefined ? KINDS[type] : [KINDS[type], 0, 0, allowed];
}

/** What `fill` must know of each value in an item: its kind, its default, and of lists and maps of sections what is in their items. */
function itemKinds({ children }: Section): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(children).map(([key, child]) => [
      key,
      child.kind === 'section' ? itemKinds(child) : kindInItem(child),
    ]),
  );
}

/** The default comes as it is filled, and a list or a map of sections also says what is in its items. */
function kindInItem(leaf: Leaf): Json {
  const usual = fillDefaults(section('', { leaf }), {}) as { readonly leaf: Json };
  return [KINDS[leaf.type], usual.leaf, ...(leaf.item === undefined ? [] : [itemKinds(leaf.item)])];
}

/** As JSON, which Helm reads several times faster than YAML; what is at the top has a line of its own. */
function printData(data: Readonly<Record<string, Json>>): string {
  const lines = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return escapeTemplate(`{\n${lines.join(',\n')}\n}`);
}

/** What Go calls the kinds of values; a number that `--set` gives, or one in a text, has another. */
const KINDS: Readonly<Record<ValueType, string>> = {
  map: 'map',
  list: 'slice',
  boolean: 'bool',
  string: 'string',
  scalar: 'string',
  optionalInteger: 'string',
  integer: 'float64',
  number: 'float64',
};

/** All templates of a chart share their root, where no value can be, so the first one fills .Values for the others. */
function fillBody(chart: string, isNewerAdded: boolean, isChecked: boolean): string {
  const kinds = `(include "${chart}.kinds" . | fromJson)`;
  return [
    '{{- if not (hasKey . "isFilled") }}',
    '{{- $_ := set . "isFilled" true }}',
    ...(isNewerAdded ? [`{{- include "${chart}.addNewer" . }}`] : []),
    `{{- include "${chart}.fill" (dict "values" .Values "kinds" ${kinds} "path" "values") }}`,
    ...(isChecked ? [`{{- include "${chart}.checks" . }}`] : []),
    '{{- end }}',
  ].join('\n');
}

/** The template that prepares one value. Where there are lists or maps of sections, it also knows those, and what is in an item of one. */
function fillOneTemplate(hasItems: boolean): string {
  const [own, items] = hasItems ? [`${OWN_DEFAULT}\n`, `\n${ITEMS}`] : ['', ''];
  return FILL_ONE.replace('OWN_DEFAULT', () => own)
    .replace('ITEMS', () => items)
    .replace('NULL_SHOWN', NULL_SHOWN);
}

/** A list says what a value is, what it is where it is missing, and what is in its items. */
const OWN_DEFAULT = `{{- $items := dict }}
{{- if kindIs "slice" $kind }}
{{- $items = rest (rest $kind) | first }}
{{- if eq $found "invalid" }}
{{- $value = index $kind 1 }}
{{- $_ := set .values .key $value }}
{{- $found = kindOf $value }}
{{- end }}
{{- $kind = first $kind }}
{{- end }}`;

const ITEMS = `{{- if $items }}
{{- include "CHART.fillItems" (dict "items" $value "kinds" $items "path" $path) }}
{{- end }}`;

const FILL_ITEMS = `{{- range $i, $item := .items }}
{{- $path := printf (ternary "%s[%d]" "%s.%s" (kindIs "slice" $.items)) $.path $i }}
{{- if not (kindIs "map" $item) }}
{{- fail (printf "%s: expected object (a map), got %s" $path (get (TYPES) (kindOf $item))) }}
{{- end }}
{{- include "CHART.fill" (dict "values" $item "kinds" $.kinds "path" $path) }}
{{- end }}`;

/** Nearly all values are of their kind, so the rest is in a template of its own: each call in a template takes a microsecond. */
const FILL = `{{- range $key, $kind := .kinds }}
{{- $value := index $.values $key }}
{{- if and (kindIs "string" $kind) (kindIs $kind $value) }}
{{- if and $value (eq $kind "map") }}
{{- include "CHART.dropNulls" $value }}
{{- end }}
{{- else if and (kindIs "map" $kind) (kindIs "map" $value) }}
{{- include "CHART.fill" (dict "values" $value "kinds" $kind "path" (printf "%s.%s" $.path $key)) }}
{{- else if not (and (kindIs "slice" $kind) (eq (len $kind) 4) (kindIs (index $kind 0) $value)) }}
{{- include "CHART.fillOne" (dict "values" $.values "key" $key "kind" $kind "path" (printf "%s.%s" $.path $key)) }}
{{- end }}
{{- end }}`;

const FILL_ONE = `{{- $kind := .kind }}
{{- $value := index .values .key }}
{{- $path := .path }}
{{- $found := kindOf $value }}
{{- $strict := list "map" "slice" "bool" }}
{{- $allowed := "true or false" }}
{{- $isRefused := eq (toString $kind) "bool" }}
{{- if kindIs "slice" $kind }}
{{- if eq (len $kind) 4 }}
{{- $allowed = index $kind 3 }}
{{- $isRefused = true }}
{{- $kind = first $kind }}
{{- end }}
{{- end }}
OWN_DEFAULT{{- if kindIs "map" $kind }}
{{- if eq $found "invalid" }}
{{- $value = dict }}
{{- $_ := set .values .key $value }}
{{- else if ne $found "map" }}
{{- fail (printf "%s: expected object (a map), got %s" $path (get (TYPES) $found)) }}
{{- end }}
{{- include "CHART.fill" (dict "values" $value "kinds" $kind "path" $path) }}
{{- else if eq $found "invalid" }}
{{- if $isRefused }}
{{- fail (printf "%s: expected %s, got NULL_SHOWN" $path $allowed) }}
{{- end }}
{{- $_ := set .values .key (get (dict "map" dict "slice" list) $kind) }}
{{- else if and (eq $found $kind) (eq $kind "map") }}
{{- include "CHART.dropNulls" $value }}
{{- else if and (ne $found $kind) (or (has $kind $strict) (has $found $strict)) }}
{{- fail (printf "%s: expected %s, got %s" $path (ternary (get (TYPES) $kind) "string or number" (has $kind $strict)) (get (TYPES) $found)) }}
{{- end }}ITEMS`;

const DROP_NULLS = `{{- range $key, $value := . }}
{{- if kindIs "invalid" $value }}
{{- $_ := unset $ $key }}
{{- else if kindIs "map" $value }}
{{- include "CHART.dropNulls" $value }}
{{- end }}
{{- end }}`;
