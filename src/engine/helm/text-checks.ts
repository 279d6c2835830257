import {
  type JsonSchema,
  NETWORK_EXPECTED,
  NULLS_OF_YAML,
  QUOTED_IN_RE2,
  RE2_EXPECTED,
  type TextsInJson,
  textExpected,
} from '../values';
import { type Place, listOf, quoted, refuseWhen } from './refusal';

/**
 * Lines that refuse a text which is not what JSON Schema cannot say; in the order of the checks of the values.
 *
 * @param got how a message shows the text
 */
export function textLines(chart: string, schema: JsonSchema, place: Place, got = '%q'): readonly string[] {
  const { re2 = false, json = {}, exact, network = false } = schema;
  return [
    ...(re2 ? regexLines(place) : []),
    ...(schema.json === undefined ? [] : jsonLines(place)),
    ...Object.entries(json).flatMap(([key, taken]) => keyLines(place, key, taken)),
    ...(exact === undefined ? [] : exactLines(exact, place, got)),
    ...(network ? refuseWhen(hasHostBits(chart, place), place, NETWORK_EXPECTED, [got, place.value]) : []),
  ];
}

/** An expression that matches nothing, or what is to be checked, matches the empty text unless Go cannot read it. */
function regexLines(place: Place): readonly string[] {
  const { value } = place;
  const isNull = `has ${value} ${listOf(NULLS_OF_YAML)}`;
  const isNewSyntax = `contains "(?<" (regexReplaceAll ${quoted(QUOTED_IN_RE2)} ${value} "x")`;
  const [isOdd, isOpen] = [`"|" ${value}`, `"|^(?:" ${value} ")$"`].map(
    (parts) => `not (regexMatch (print ${parts}) "")`,
  );
  const condition = ['or', ...[isNull, isNewSyntax, isOdd, isOpen].map((one) => `(${one ?? ''})`)].join(' ');
  return refuseWhen(condition, place, RE2_EXPECTED, ['%q', value]);
}

function jsonLines(place: Place): readonly string[] {
  return [
    `{{- $json := fromJson ${place.value} }}`,
    ...refuseWhen('hasKey $json "Error"', place, 'a map in JSON', ['a text that is none']),
  ];
}

function keyLines(place: Place, key: string, taken: readonly string[]): readonly string[] {
  const found = `(get $json ${quoted(key)})`;
  const isWrong = `or (not (kindIs "string" ${found})) (has ${found} ${listOf(['', ...taken])})`;
  const shown = `(ternary (toJson ${found}) "nothing" (hasKey $json ${quoted(key)}))`;
  return refuseWhen(isWrong, place, textExpected(key, taken), ['%s', shown]);
}

/** Lines that refuse a text in a file which an earlier one has, in a loop over files that were checked. */
export function repeatedLines(json: TextsInJson, place: Place): readonly string[] {
  return [
    `{{- $json := fromJson ${place.value} }}`,
    ...Object.entries(json).flatMap(([key, taken]) => {
      const text = `(list ${quoted(key)} (get $json ${quoted(key)}) | toJson)`;
      const got = ['%q', `(get $json ${quoted(key)})`] as const;
      return [
        ...refuseWhen(`hasKey $taken ${text}`, place, textExpected(key, taken), got),
        `{{- $_ := set $taken ${text} true }}`,
      ];
    }),
  ];
}

type Exact = NonNullable<JsonSchema['exact']>;

function exactLines({ pattern = '', maxLength, title = '' }: Exact, place: Place, got: string): readonly string[] {
  const isWrong = `not (regexMatch ${quoted(pattern)} ${place.value})`;
  const isLong = `gt (len ${place.value}) ${String(maxLength)}`;
  return refuseWhen(maxLength === undefined ? isWrong : `or (${isWrong}) (${isLong})`, place, title, [
    got,
    place.value,
  ]);
}

function hasHostBits(chart: string, { value }: Place): string {
  return `contains "1" (include "${chart}.hostBits" ${value})`;
}

/** The bits of a network after its prefix. */
export const HOST_BITS = `{{- $address := regexReplaceAll "/.*" . "" }}
{{- $head := "" }}
{{- $tail := "" }}
{{- if contains ":" $address }}
{{- range $group := regexFindAll "[0-9a-fA-F]+" (regexReplaceAll "::.*" $address "") -1 }}
{{- $head = printf "%s%016b" $head (int (print "0x" $group)) }}
{{- end }}
{{- range $group := regexFindAll "[0-9a-fA-F]+" (regexFind "::.*" $address) -1 }}
{{- $tail = printf "%s%016b" $tail (int (print "0x" $group)) }}
{{- end }}
{{- $head = print $head (repeat (int (sub (sub 128 (len $head)) (len $tail))) "0") $tail }}
{{- else }}
{{- range $byte := regexFindAll "[0-9]+" $address -1 }}
{{- $head = printf "%s%08b" $head (int $byte) }}
{{- end }}
{{- end }}
{{- regexReplaceAll (printf "^.{%s}" (regexFind "[0-9]+$" .)) $head "" }}`;
