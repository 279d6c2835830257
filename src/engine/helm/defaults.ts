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
    printDefine(`${chart}.fill`, written(fillTemplate(hasItems))),
    ...(hasItems ? [printDefine(`${chart}.fillItems`, written(FILL_ITEMS))] : []),
    printDefine(`${chart}.dropNulls`, DROP_NULLS.replaceAll('CHART', chart)),
    ...checks.map(([name, body]) => printDefine(`${chart}.${name}`, body)),
    printDefine(`${chart}.kinds`, printKinds(kindsOf(values))),
    ...newerTemplates(chart, values, printYaml),
  ].join('\n');
}

/** What `fill` must know of each value: whether it is a map, a list or a switch; of others, what is allowed in place of null, if that is refused. */
function kindsOf({ children }: Section): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(children).map(([key, child]) => [key, child.kind === 'section' ? kindsOf(child) : kindOf(child)]),
  );
}

function kindOf(node: Leaf): Json {
  const { type, item } = node;
  if (item !== undefined) return [goKind(type), type === 'map' ? {} : [], itemKinds(item)];
  return goKind(type) === '' ? (nullRefused(node) ?? '') : goKind(type);
}

function goKind(type: ValueType): string {
  return type === 'map' || type === 'list' || type === 'boolean' ? KINDS[type] : '';
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
  return [goKind(leaf.type), usual.leaf, ...(leaf.item === undefined ? [] : [itemKinds(leaf.item)])];
}

/** As JSON, which Helm reads several times faster than YAML; what is at the top has a line of its own. */
function printKinds(kinds: Readonly<Record<string, Json>>): string {
  const lines = Object.entries(kinds).map(([key, kind]) => `${JSON.stringify(key)}:${JSON.stringify(kind)}`);
  return escapeTemplate(`{\n${lines.join(',\n')}\n}`);
}

/** What Go calls the kinds that are told apart. */
const KINDS = { map: 'map', list: 'slice', boolean: 'bool' } as const;

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

/** The template that prepares a map of values. Where there are lists or maps of sections, it also knows those, and what is in an item of one. */
function fillTemplate(hasItems: boolean): string {
  const [own, items] = hasItems ? [`${OWN_DEFAULT}\n`, `\n${ITEMS}`] : ['', ''];
  return FILL.replace('OWN_DEFAULT', () => own)
    .replace('ITEMS', () => items)
    .replace('NULL_SHOWN', NULL_SHOWN);
}

/** A list says what a value is, what it is where it is missing, and what is in its items. */
const OWN_DEFAULT = `{{- $items := dict }}
{{- if kindIs "slice" $kind }}
{{- $items = rest (rest $kind) | first }}
{{- if eq $found "invalid" }}
{{- $value = index $kind 1 }}
{{- $_ := set $.values $key $value }}
{{- $found = kindOf $value }}
{{- end }}
{{- $kind = first $kind }}
{{- end }}`;

const ITEMS = `{{- if $items }}
{{- include "CHART.fillItems" (dict "items" $value "kinds" $items "path" (printf "%s.%s" $.path $key)) }}
{{- end }}`;

const FILL_ITEMS = `{{- range $i, $item := .items }}
{{- $path := printf (ternary "%s[%d]" "%s.%s" (kindIs "slice" $.items)) $.path $i }}
{{- if not (kindIs "map" $item) }}
{{- fail (printf "%s: expected object (a map), got %s" $path (get (TYPES) (kindOf $item))) }}
{{- end }}
{{- include "CHART.fill" (dict "values" $item "kinds" $.kinds "path" $path) }}
{{- end }}`;

const FILL = `{{- $strict := dict "map" true "slice" true "bool" true }}
{{- $types := TYPES }}
{{- $unset := dict "map" dict "slice" list "" "" }}
{{- range $key, $kind := .kinds }}
{{- $value := index $.values $key }}
{{- $found := kindOf $value }}
OWN_DEFAULT{{- if kindIs "map" $kind }}
{{- if eq $found "invalid" }}
{{- $value = dict }}
{{- $_ := set $.values $key $value }}
{{- else if ne $found "map" }}
{{- fail (printf "%s.%s: expected object (a map), got %s" $.path $key (index $types $found)) }}
{{- end }}
{{- include "CHART.fill" (dict "values" $value "kinds" $kind "path" (printf "%s.%s" $.path $key)) }}
{{- else if eq $found "invalid" }}
{{- if not (hasKey $unset $kind) }}
{{- fail (printf "%s.%s: expected %s, got NULL_SHOWN" $.path $key (ternary "true or false" $kind (eq $kind "bool"))) }}
{{- end }}
{{- $_ := set $.values $key (index $unset $kind) }}
{{- else if eq $found $kind }}
{{- if eq $kind "map" }}
{{- include "CHART.dropNulls" $value }}
{{- end }}
{{- else if or (index $strict $kind) (index $strict $found) }}
{{- fail (printf "%s.%s: expected %s, got %s" $.path $key (get $types $kind | default "string or number") (get $types $found)) }}
{{- end }}ITEMS
{{- end }}`;

const DROP_NULLS = `{{- range $key, $value := . }}
{{- if kindIs "invalid" $value }}
{{- $_ := unset $ $key }}
{{- else if kindIs "map" $value }}
{{- include "CHART.dropNulls" $value }}
{{- end }}
{{- end }}`;
