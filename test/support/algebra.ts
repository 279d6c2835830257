import type { Chart } from 'cdk8s';
import { Manifest, when } from '../../src/engine/border';
import {
  HELM_PLACEMENT,
  type Placement,
  and,
  shortenName,
  concat,
  each,
  equals,
  atMost,
  hasItem,
  firstMissing,
  firstShared,
  textsAt,
  fileText,
  firstNonEmpty,
  ifElse,
  ifSet,
  isSet,
  lessThan,
  literal,
  merge,
  mergeByName,
  namedItems,
  mergeShared,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  or,
  replaceEnding,
  interpolate,
  unlessEmpty,
} from '../../src/engine/expr';
import {
  type Handles,
  annotations,
  bool,
  int,
  intOrPercent,
  labels,
  manifest,
  manifestList,
  manifestMap,
  number,
  optionalInt,
  section,
  text as textValue,
  textList,
} from '../../src/engine/values';

import { functionFields } from './functions';

/** One value of each kind, and two where an operation takes two. */
export const ALGEBRA_VALUES = section('One of each.', {
  word: textValue({ description: 'Text.', default: 'word' }),
  other: textValue({ description: 'Text.', default: '' }),
  name: textValue({ description: 'Name.', default: 'a', format: 'dnsLabel' }),
  long: textValue({ description: 'Name.', default: 'a', format: 'dnsSubdomain' }),
  memory: textValue({ description: 'Quantity.', default: '1Mi', format: 'quantity' }),
  count: int({ description: 'Integer.', default: 1000000 }),
  share: int({ description: 'Another integer.', default: 3 }),
  wide: int({
    description: 'An integer of more than 32 bits.',
    default: 9007199254740991,
    min: -9007199254740991,
    max: 9007199254740991,
  }),
  user: optionalInt({ description: 'Integer or not set.', default: '' }),
  ratio: number({ description: 'Number.', default: 0.5 }),
  surge: intOrPercent({ description: 'Integer or percentage.', default: '25%' }),
  on1: bool({ description: 'Switch.', default: false }),
  on2: bool({ description: 'Switch.', default: true }),
  map1: labels({ description: 'Labels.', default: { kept: 'a' } }),
  map2: annotations({ description: 'Annotations.', default: {} }),
  free: manifest('k8s.Affinity', { description: 'Anything.', default: {} }),
  list1: textList({ description: 'Texts.', default: ['a'] }),
  list2: textList({ description: 'Texts.', default: [] }),
  items: manifestList('k8s.EnvVar', { description: 'Named things.', default: [], required: ['name'] }),
  map3: manifestMap('k8s.EnvVar', { description: 'Maps by name.', default: {}, names: 'labelKey' }),
  inner: section('Deeper.', { 'with-dash': textValue({ description: 'Text under a key with a dash.', default: '' }) }),
});

/** Units of quantities. */
const UNITS = {
  '': '1',
  ...{ n: '0.000000001', u: '0.000001', m: '0.001', k: '1000', M: '1000000', G: '1000000000' },
  ...{ T: '1000000000000', P: '1000000000000000', E: '1000000000000000000' },
  ...{ Ki: '1024', Mi: '1048576', Gi: '1073741824', Ti: '1099511627776' },
  ...{ Pi: '1125899906842624', Ei: '1152921504606846976' },
};

/** Values that meet those of the object, and zero. */
export const COLLISIONS = {
  word: 'on',
  user: 0,
  on1: true,
  map1: { fixed: 'map1', app: 'map1', both: 'map1' },
  map2: { fixed: 'map2', app: 'map2', both: 'map2' },
  map3: { twice: { value: 'entry', name: 'lost' }, on: { value: '' }, On: {}, a: { valueFrom: { list: [1] } } },
  items: ['on', 'a b', 'twice', 'twice'].map((name, i) => ({ name, value: `item ${String(i)}` })),
};

/** An object whose fields use every operation, in every place where it can stand. */
export function buildAlgebra(
  chart: Chart,
  values: Handles<typeof ALGEBRA_VALUES>,
  placement: Placement = HELM_PLACEMENT,
): void {
  const { word, other, name, on1, on2, map1, map2, list1, list2, items, user, count, ratio, surge, free } = values;
  const dashed = values.inner['with-dash'];
  const metadata = {
    name: shortenName(interpolate`${placement.releaseName}-${name}-${values.long}`, 63),
    namespace: placement.namespace,
  };
  const tree = {
    scalars: {
      word,
      count,
      ratio,
      surge,
      on1,
      user: ifSet(user),
      dashed: ifSet(dashed),
      fixed: 'on',
      template: '{{ $labels.pod }}',
    },
    texts: [
      interpolate`${word}: ${other} (${count}) 100%`,
      firstNonEmpty(other, word),
      firstNonEmpty(other, dashed, 'last'),
      ifElse(on1, word, other),
    ],
    numbers: [ifElse(on1, 1, count), ifElse(equals(word, other), 2, 3)],
    conditions: [
      equals(word, 'on'),
      atMost(values.memory, '1Mi', UNITS),
      atMost(interpolate`${count}m`, values.memory, UNITS),
      hasItem(items, 'name', word),
      hasItem(items, 'value', ''),
      not(on1),
      and(on1, on2),
      or(on1, not(on2)),
      isSet(word),
      isSet(user),
      nonEmpty(list2),
      and(isSet(other), nonEmpty(map2)),
    ],
    amounts: [
      interpolate`${ratio}/${surge}/${user}`,
      namedTemplate('amounts', interpolate`${count} ${ratio} ${surge}`),
      namedTemplate('amount', interpolate`${count}`),
    ],
    endings: [
      replaceEnding(values.memory, { Mi: ' * 1024^2', M: ' * 1e6', m: ' / 1000' }),
      interpolate`<${replaceEnding(word, { d: 'T' })}>`,
    ],
    files: [
      fileText('files/text.json', '{"legend": "{{pod}}", "bound": "@{ratio}", "text": "a\\n@{word}"}\n', {
        '"@{ratio}"': ratio,
        '@{word}': name,
      }),
      ifElse(
        on1,
        fileText('files/a.txt', ' {{ a }}\n'),
        fileText('files/b.txt', '@{count} @{count}', { '@{count}': count }),
      ),
    ],
    named: namedTemplate('greeting', interpolate`hello ${word}${ifElse(on1, interpolate`, ${other}`, '.')}`),
    merged: merge({ fixed: word, app: 'fixed' }, map1, map2),
    loose: unlessEmpty(merge({}, map1, map2)),
    shared: mergeShared(namedTemplate('shared', literal({ app: word, fixed: 'f' })), { own: other }, map1, map2),
    maybe: unlessEmpty(namedTemplate('maybe', literal({ a: ifSet(other), b: ifSet(user) }))),
    always: namedTemplate('always', literal([word, optional(on1, other)])),
    alone: unlessEmpty(map2),
    free,
    optional: optional(on1, { a: word, b: optional(on2, other) }),
    choice: optional(nonEmpty(free), free, optional(on2, { second: word }, { third: other })),
    emptied: unlessEmpty({ a: ifSet(other), b: ifSet(user), c: unlessEmpty(list2) }),
    lists: {
      all: concat(list1, list2),
      some: concat([word, optional(on1, other)], list2),
      none: unlessEmpty(concat([optional(on2, word)], list2)),
    },
    each: unlessEmpty(each(list1, 'string', (item) => ({ item, same: equals(item, word), root: other }))),
    nested: unlessEmpty(
      each(list1, 'string', (a) => ({
        a,
        inner: concat(
          [a],
          each(list2, 'string', (b) => interpolate`${a}-${b}`),
        ),
      })),
    ),
    byName: mergeByName(
      namedTemplate(
        'base',
        literal([
          { name: 'on', value: word },
          { name: 'a b', value: 'x' },
        ]),
      ),
      items,
    ),
    entries: {
      alone: unlessEmpty(namedItems(values.map3)),
      merged: mergeByName([{ name: 'on', value: word }], namedItems(values.map3), items),
      own: mergeByName(namedItems({ b: { value: word }, B: { value: 'x', name: 'lost' }, a: values.free }), items),
      found: hasItem(namedItems(values.map3), 'name', 'a'),
      names: textsAt(items, ['name']),
      deep: textsAt(namedItems(values.map3), ['valueFrom', 'list']),
      known: textsAt([{ a: [{ b: word }, { b: [other, 'x'] }, 'y', { c: 'z' }] }, { a: { b: 'on' } }], ['a', 'b']),
      missing: firstMissing(textsAt(items, ['name']), concat(list1, list2)),
      shared: firstShared(list1, textsAt(items, ['name'])),
    },
    ...functionFields(values, placement),
    literals: {
      empty: {},
      none: [],
      yes: 'yes',
      n: 'n',
      deep: [['a', [word]], [{ k: optional(on1, 'v'), v: 1 }]],
      big: 1000000,
      half: 0.5,
    },
  };
  when(chart, 'Thing', or(on1, on2, not(equals(word, 'gone'))), (scope) => {
    new Manifest(scope, 'Resource', { apiVersion: 'example.test/v1', kind: 'Thing', metadata, ...tree });
    when(scope, 'Inner', lessThan(0, count), (inner) => {
      new Manifest(inner, 'Resource', { apiVersion: 'example.test/v1', kind: 'Inner', metadata });
    });
  });
}
