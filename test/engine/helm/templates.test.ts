import { Manifest } from '../../../src/engine/border';
import {
  type Tree,
  and,
  builtin,
  concat,
  each,
  equals,
  firstNonEmpty,
  ifElse,
  ifSet,
  interpolate,
  isSet,
  merge,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  or,
  unlessEmpty,
} from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import {
  bool,
  int,
  intOrPercent,
  labels,
  manifestList,
  number,
  optionalInt,
  section,
  symbolicHandles,
  text,
  textList,
} from '../../../src/engine/values';
import { LEAST } from './charts';

const description = 'D.';
const VALUES = section('Values.', {
  flag: bool({ description, default: true }),
  other: bool({ description, default: true }),
  word: text({ description, default: '' }),
  more: text({ description, default: '' }),
  count: int({ description, default: 1 }),
  user: optionalInt({ description, default: '' }),
  ratio: number({ description, default: 1 }),
  surge: intOrPercent({ description, default: 1 }),
  map: labels({ description, default: {} }),
  map2: labels({ description, default: {} }),
  list: textList({ description, default: [] }),
  items: manifestList('k8s.Pod', { description, default: [] }),
  'a-b': section('S.', { 'c-d': text({ description, default: '' }), e: text({ description, default: '' }) }),
});
const { flag, other, word, more, count, user, ratio, surge, map, map2, list, items, ...rest } = symbolicHandles(VALUES);
const { 'c-d': dashed, e } = rest['a-b'];

/** The lines of a template that are made of the field `a`, which stands after a fixed one. */
function linesOf(a: Tree): string {
  const files = renderHelmChart({
    metadata: LEAST,
    values: VALUES,
    build: (chart) => {
      new Manifest(chart, 'A', { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, spec: { first: 1, a } });
    },
  });
  const [, lines = ''] = files.get('templates/a.yaml')?.split('  first: 1\n') ?? [];
  return lines.replace('{{- /* end */ -}}\n', '').trimEnd();
}

/** Values and what one reads in the place of each in a line. */
const SCALARS: readonly (readonly [Tree, string])[] = [
  [word, '.Values.word | quote'],
  [count, '.Values.count | int64'],
  [user, 'include "web.cdk8s.yaml" .Values.user'],
  [ratio, '.Values.ratio | toJson'],
  [surge, 'include "web.cdk8s.yaml" .Values.surge'],
  [flag, '.Values.flag'],
  [dashed, 'index (index .Values "a-b") "c-d" | quote'],
  [e, '(index .Values "a-b").e | quote'],
  [builtin('namespace'), '.Release.Namespace | quote'],
  [builtin('alias'), 'ternary "" .Chart.Name (eq .Chart.Name "web") | quote'],
  [builtin('releaseName'), '.Release.Name | quote'],
  [interpolate`${word} 5%`, 'printf "%s 5%%" .Values.word | quote'],
  [interpolate`${count}%${word}`, 'printf "%d%%%s" (int64 .Values.count) .Values.word | quote'],
  [interpolate`${user}`, 'printf "%v" (ternary "" (int64 .Values.user) (kindIs "string" .Values.user)) | quote'],
  [interpolate`${ratio}`, 'printf "%s" (toJson .Values.ratio) | quote'],
  [
    interpolate`${surge}`,
    'printf "%s" (ternary .Values.surge (toJson .Values.surge) (kindIs "string" .Values.surge)) | quote',
  ],
  [firstNonEmpty(word, more, 'c'), 'default (default "c" .Values.more) .Values.word | quote'],
  [ifElse(flag, word, more), 'ternary .Values.word .Values.more .Values.flag | quote'],
  [ifElse(flag, 1, 2), 'ternary 1 2 .Values.flag | int64'],
  [equals(word, 'a'), 'eq (toString .Values.word) "a"'],
  [not(flag), 'not .Values.flag'],
  [and(flag, other), 'and .Values.flag .Values.other'],
  [or(flag, not(other)), 'or .Values.flag (not .Values.other)'],
  [isSet(word), 'ne (toString .Values.word) ""'],
  [nonEmpty(map), 'not (empty .Values.map)'],
  [namedTemplate('t', interpolate`<${word}>`), 'include "web.cdk8s.t" . | quote'],
];

/** Conditions and what one reads after `if`. */
const CONDITIONS: readonly (readonly [Parameters<typeof optional>[0], string])[] = [
  [flag, '.Values.flag'],
  [isSet(word), '.Values.word'],
  [isSet(user), 'ne (toString .Values.user) ""'],
  [nonEmpty(map), '.Values.map'],
  [not(nonEmpty(map)), 'not (not (empty .Values.map))'],
  [
    and(isSet(word), nonEmpty(list), equals(word, more)),
    'and .Values.word .Values.list (eq (toString .Values.word) (toString .Values.more))',
  ],
  [or(isSet(user), not(isSet(word))), 'or (ne (toString .Values.user) "") (not (ne (toString .Values.word) ""))'],
];

const yaml = (of: string, indent: number): string =>
  `${' '.repeat(indent)}{{- include "web.cdk8s.yaml" ${of} | nindent ${String(indent)} }}`;
const MERGED = 'include "web.cdk8s.merge" (list .Values.map .Values.map2) | fromJson';

/** Fields and their lines. */
const FIELDS: readonly (readonly [title: string, field: Tree, lines: readonly string[]])[] = [
  ['a map', map, ['  a:', yaml('.Values.map', 4)]],
  ['a list', list, ['  a:', yaml('.Values.list', 4)]],
  [
    'a text unless it is empty',
    ifSet(word),
    ['  {{- if .Values.word }}', '  a: {{ .Values.word | quote }}', '  {{- end }}'],
  ],
  ['a map unless it is empty', unlessEmpty(map), ['  {{- with .Values.map }}', '  a:', yaml('.', 4), '  {{- end }}']],
  [
    'a map under another condition',
    optional(flag, map),
    ['  {{- if .Values.flag }}', '  a:', yaml('.Values.map', 4), '  {{- end }}'],
  ],
  [
    'a list or another',
    optional(flag, [word], list),
    [
      '  {{- if .Values.flag }}',
      '  a:',
      '    - {{ .Values.word | quote }}',
      '  {{- else }}',
      '  a:',
      yaml('.Values.list', 4),
      '  {{- end }}',
    ],
  ],
  [
    'a choice of three',
    optional(flag, 'b', optional(other, 'c', 'd')),
    [
      '  {{- if .Values.flag }}',
      '  a: b',
      '  {{- else if .Values.other }}',
      '  a: c',
      '  {{- else }}',
      '  a: d',
      '  {{- end }}',
    ],
  ],
  [
    'a choice of two or nothing',
    optional(flag, 'b', optional(other, 'c')),
    ['  {{- if .Values.flag }}', '  a: b', '  {{- else if .Values.other }}', '  a: c', '  {{- end }}'],
  ],
  [
    'fixed entries and a map',
    merge({ x: 'b' }, map),
    ['  a:', '    x: b', '    {{- with omit .Values.map "x" }}', yaml('.', 4), '    {{- end }}'],
  ],
  ['maps in one', merge({}, map, map2), ['  a:', yaml(`(${MERGED})`, 4)]],
  [
    'maps in one unless they are empty',
    unlessEmpty(merge({}, map, map2)),
    [`  {{- with ${MERGED} }}`, '  a:', yaml('.', 4), '  {{- end }}'],
  ],
  [
    'fixed items and a list',
    concat([1], list),
    ['  a:', '    - 1', '    {{- with .Values.list }}', yaml('.', 4), '    {{- end }}'],
  ],
  ['two lists', concat(list, list), ['  a:', yaml('(concat .Values.list .Values.list)', 4)]],
  [
    'two lists unless they are empty',
    unlessEmpty(concat(list, list)),
    ['  {{- with concat .Values.list .Values.list }}', '  a:', yaml('.', 4), '  {{- end }}'],
  ],
  [
    'a named map',
    namedTemplate('m', merge({ x: 'b' }, map)),
    ['  a:', '    {{- include "web.cdk8s.m" . | nindent 4 }}'],
  ],
  [
    'a named map unless it is empty',
    unlessEmpty(namedTemplate('m', merge({}, map))),
    ['  {{- with include "web.cdk8s.m" . | trim }}', '  a:', '    {{- . | nindent 4 }}', '  {{- end }}'],
  ],
  [
    'an item for each',
    concat(
      ['z'],
      each(list, 'string', (item) => item),
    ),
    ['  a:', '    - z', '    {{- range $item := .Values.list }}', '    - {{ $item | quote }}', '    {{- end }}'],
  ],
  [
    'an item for each, with one for each in it',
    concat(
      [0],
      each(items, 'map', (item) => ({
        b: item,
        c: word,
        d: concat(
          [3],
          each(list, 'string', (one) => interpolate`${one}${count}`),
        ),
      })),
    ),
    [
      '  a:',
      '    - 0',
      '    {{- range $item := .Values.items }}',
      '    - b:',
      yaml('$item', 8),
      '      c: {{ $.Values.word | quote }}',
      '      d:',
      '        - 3',
      '        {{- range $item2 := $.Values.list }}',
      '        - {{ printf "%s%d" $item2 (int64 $.Values.count) | quote }}',
      '        {{- end }}',
      '    {{- end }}',
    ],
  ],
  [
    'items of all kinds',
    [
      word,
      map,
      [word],
      [[1, 2], []],
      {},
      { b: [1] },
      optional(flag, 'c', 'd'),
      concat(['q'], list),
      merge({ x: 'b' }, map),
    ],
    [
      '  a:',
      '    - {{ .Values.word | quote }}',
      '    -',
      yaml('.Values.map', 6),
      '    - - {{ .Values.word | quote }}',
      '    - - - 1',
      '        - 2',
      '      - []',
      '    - {}',
      '    - b:',
      '        - 1',
      '    {{- if .Values.flag }}',
      '    - c',
      '    {{- else }}',
      '    - d',
      '    {{- end }}',
      '    - - q',
      '      {{- with .Values.list }}',
      yaml('.', 6),
      '      {{- end }}',
      '    - x: b',
      '      {{- with omit .Values.map "x" }}',
      yaml('.', 6),
      '      {{- end }}',
    ],
  ],
  [
    'an item whose first field is conditional, with the first of the others before it',
    [{ b: optional(flag, 1), c: 2, d: optional(other, 3), f: 4 }],
    [
      '  a:',
      '    - c: 2',
      '      {{- if .Values.flag }}',
      '      b: 1',
      '      {{- end }}',
      '      {{- if .Values.other }}',
      '      d: 3',
      '      {{- end }}',
      '      f: 4',
    ],
  ],
];

describe('a template reads as one would write it:', () => {
  test.each(SCALARS.map(([value, action]) => [action, value] as const))('{{ %s }}', (action, value) => {
    expect(linesOf(value)).toBe(`  a: {{ ${action} }}`);
    expect(linesOf([value])).toBe(`  a:\n    - {{ ${action} }}`);
  });

  test.each(CONDITIONS.map(([condition, words]) => [words, condition] as const))('{{- if %s }}', (words, condition) => {
    expect(linesOf(optional(condition, 'b'))).toBe(`  {{- if ${words} }}\n  a: b\n  {{- end }}`);
  });

  test.each(FIELDS)('%s', (_, field, lines) => {
    expect(linesOf(field)).toBe(lines.join('\n'));
  });
});
