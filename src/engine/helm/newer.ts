import type { Json } from '../expr';
import { CHART_VERSION, type Section, hasNewer, leavesOf } from '../values';
import { printDefine } from './helpers';
import { escapeTemplate } from './yaml-text';

/**
 * Templates that add the values which an older chart did not have, with their defaults: `helm upgrade --reuse-values` gives the values of
 * that chart alone, and there a missing key is no null. None where no value is newer than the first chart.
 */
export function newerTemplates(chart: string, values: Section, printYaml: (value: Json) => string): readonly string[] {
  if (!hasNewer(values)) return [];
  return [
    printDefine(`${chart}.addNewer`, ADD_NEWER.replaceAll('CHART', chart).replace('VERSION', CHART_VERSION)),
    printDefine(`${chart}.addMissing`, ADD_MISSING.replaceAll('CHART', chart)),
    printDefine(`${chart}.newer`, escapeTemplate(printYaml(newerOf(values)).trimEnd())),
  ];
}

/** Defaults by the version that first had the value, each in a list, which tells it from a section. */
function newerOf(values: Section): Json {
  const newer: Record<string, Json> = {};
  for (const { path, leaf } of leavesOf(values))
    if (leaf.since !== undefined) newer[leaf.since] = withDefault(newer[leaf.since] ?? {}, path, [leaf.default]);
  return newer;
}

function withDefault(tree: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  const map = tree as Readonly<Record<string, Json>>;
  return { ...map, [key]: withDefault(map[key] ?? {}, rest, value) };
}

const ADD_NEWER = `{{- $version := get .Values "VERSION" | default "0.0.0" | toString }}
{{- range $since, $newer := include "CHART.newer" . | fromYaml }}
{{- if semverCompare (printf "<%s-0" $since) $version }}
{{- include "CHART.addMissing" (list $.Values $newer) }}
{{- end }}
{{- end }}`;

const ADD_MISSING = `{{- $values := index . 0 }}
{{- range $key, $newer := index . 1 }}
{{- if kindIs "map" $newer }}
{{- if not (hasKey $values $key) }}
{{- $_ := set $values $key dict }}
{{- end }}
{{- if kindIs "map" (get $values $key) }}
{{- include "CHART.addMissing" (list (get $values $key) $newer) }}
{{- end }}
{{- else if not (hasKey $values $key) }}
{{- $_ := set $values $key (first $newer) }}
{{- end }}
{{- end }}`;
