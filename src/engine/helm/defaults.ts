import type { Json } from '../expr';
import { type Leaf, NULL_SHOWN, type Section, hasNewer, nullRefused } from '../values';
import { checkTemplates } from './checks';
import type { PrintContext } from './expression';
import { printDefine } from './helpers';
import { newerTemplates } from './newer';

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
  const fill = FILL.replaceAll('CHART', chart).replace('NULL_SHOWN', NULL_SHOWN);
  return [
    `{{- /* Prepares .Values; every template includes it first. */ -}}\n${printDefine(`${chart}.defaults`, fillBody(chart, hasNewer(values), checks.length > 0))}`,
    printDefine(`${chart}.fill`, fill),
    printDefine(`${chart}.dropNulls`, DROP_NULLS.replaceAll('CHART', chart)),
    ...checks.map(([name, body]) => printDefine(`${chart}.${name}`, body)),
    printDefine(`${chart}.kinds`, printYaml(kindsOf(values)).trimEnd()),
    ...newerTemplates(chart, values, printYaml),
  ].join('\n');
}

/** What `fill` must know of each value: whether it is a map, a list or a switch; of others, what is allowed in place of null, if that is refused. */
function kindsOf(node: Section | Leaf): Json {
  if (node.kind === 'section')
    return Object.fromEntries(Object.entries(node.children).map(([key, child]) => [key, kindsOf(child)]));
  const { type } = node;
  return type === 'map' || type === 'boolean' ? KINDS[type] : type === 'list' ? KINDS.list : (nullRefused(node) ?? '');
}

/** What Go calls the kinds that are told apart. */
const KINDS = { map: 'map', list: 'slice', boolean: 'bool' } as const;

/** All templates of a chart share their root, where no value can be, so the first one fills .Values for the others. */
function fillBody(chart: string, isNewerAdded: boolean, isChecked: boolean): string {
  const kinds = `(include "${chart}.kinds" . | fromYaml)`;
  return [
    '{{- if not (hasKey . "isFilled") }}',
    '{{- $_ := set . "isFilled" true }}',
    ...(isNewerAdded ? [`{{- include "${chart}.addNewer" . }}`] : []),
    `{{- include "${chart}.fill" (dict "values" .Values "kinds" ${kinds} "path" "values") }}`,
    ...(isChecked ? [`{{- include "${chart}.checks" . }}`] : []),
    '{{- end }}',
  ].join('\n');
}

const FILL = `{{- $strict := list "map" "slice" "bool" }}
{{- $unset := dict "map" dict "slice" list "" "" }}
{{- range $key, $kind := .kinds }}
{{- $path := printf "%s.%s" $.path $key }}
{{- if kindIs "invalid" (get $.values $key) }}
{{- $_ := unset $.values $key }}
{{- end }}
{{- $value := get $.values $key }}
{{- if kindIs "map" $kind }}
{{- if not (hasKey $.values $key) }}
{{- $value = dict }}
{{- $_ := set $.values $key $value }}
{{- else if not (kindIs "map" $value) }}
{{- fail (printf "%s: expected a map, got a %s" $path (kindOf $value) | replace "slice" "list" | replace "float64" "number") }}
{{- end }}
{{- include "CHART.fill" (dict "values" $value "kinds" $kind "path" $path) }}
{{- else if not (hasKey $.values $key) }}
{{- if not (hasKey $unset $kind) }}
{{- fail (printf "%s: expected %s, got NULL_SHOWN" $path (ternary "true or false" $kind (eq $kind "bool"))) }}
{{- end }}
{{- $_ := set $.values $key (get $unset $kind) }}
{{- else if and (ne $kind (kindOf $value)) (or (has $kind $strict) (has (kindOf $value) $strict)) }}
{{- fail (printf "%s: expected a %s, got a %s" $path (ternary $kind "text or number" (has $kind $strict)) (kindOf $value) | replace "slice" "list" | replace "float64" "number") }}
{{- else if eq $kind "map" }}
{{- include "CHART.dropNulls" $value }}
{{- end }}
{{- end }}`;

const DROP_NULLS = `{{- range $key, $value := . }}
{{- if kindIs "invalid" $value }}
{{- $_ := unset $ $key }}
{{- else if kindIs "map" $value }}
{{- include "CHART.dropNulls" $value }}
{{- end }}
{{- end }}`;
