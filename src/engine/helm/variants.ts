import { type Variants, variantReason } from '../values';
import { type Place, quoted } from './refusal';

/** A line that asks the template below. */
export function variantLine(chart: string, variants: Variants, { value, where, args }: Place): string {
  const path = `(printf ${quoted(`values.${where}`)} ${args})`;
  return `{{- include "${chart}.variant" (list ${value} ${path} (fromJson ${quoted(JSON.stringify(variants))})) }}`;
}

/** Refuses a map that lacks what the text of one of its fields asks for, or has what that does not allow. */
export function variantBody(): string {
  return `{{- $item := index . 0 }}
{{- $path := index . 1 }}
{{- $variants := index . 2 }}
{{- $text := get $item $variants.field | default $variants.default | toString | lower }}
{{- $reason := printf ${quoted(variantReason({ field: '%s' }, '%s'))} $variants.field ($text | default "not given") }}
{{- range $kind := $variants.kinds }}
{{- if has $text $kind.of }}
{{- range $field := $kind.required }}
{{- if not (hasKey $item $field) }}
{{- fail (printf "%s.%s: expected a value %s, got nothing" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field := $kind.refused }}
{{- if hasKey $item $field }}
{{- fail (printf "%s.%s: expected nothing %s, got a value" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field, $format := $kind.formats }}
{{- $found := get $item $field | toString }}
{{- if and (hasKey $item $field) (not (regexMatch $format.pattern $found)) }}
{{- fail (printf "%s.%s: expected %s %s, got %q" $path $field $format.title $reason $found) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}`;
}
