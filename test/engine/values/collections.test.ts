import {
  ANY_JSON,
  ANY_TEXT,
  FORMATS,
  alertAnnotations,
  alertLabels,
  annotations,
  choiceList,
  formatSchema,
  jsonFiles,
  labels,
  manifest,
  manifestList,
  textList,
  textListMap,
  textSet,
} from '../../../src/engine/values';
import { ABOUT as d, type Kind, TEXT, describeKinds } from './kind';

const LABEL = 'a label key, name or prefix/name of letters, digits, -_. of at most 317 characters';
const ANY = 'no null, and text without control characters';
const FILE = 'the name of a file that ends in .json of at most 253 characters';
const ALERT_LABEL = 'a label name of Prometheus (letters, digits, _) of at most 128 characters';
const ALERT_TEXT = 'a text, with braces only as in "{{ $labels.pod }}" of 1 to 4096 characters';

const KINDS: Readonly<Record<string, Kind>> = {
  labels: {
    leaf: labels({ description: d, default: {} }),
    type: 'map',
    tsType: 'MapOf<string | null>',
    accepted: [{}, { a: '', 'x.y/z_A': 'b_C.d-1' }],
    refused: [
      [{ 'a b': 'x' }, `: expected ${LABEL}, got the key "a b"`],
      [{ '': 'x' }, `: expected ${LABEL}, got the key ""`],
      [{ a: ' ' }, '.a: expected a label value (letters, digits, -_.) of at most 63 characters, got " "'],
      [{ a: 1 }, '.a: expected string (a label value (letters, digits, -_.) of at most 63 characters), got number 1'],
      ['a', ': expected object (a map of texts), got string "a"'],
      [[], ': expected object (a map of texts), got array'],
    ],
  },
  annotations: {
    leaf: annotations({ description: d, default: {} }),
    type: 'map',
    tsType: 'MapOf<string | null>',
    accepted: [{}, { a: ' any {} text ' }],
    refused: [
      [{ 'a b': 'x' }, `: expected ${LABEL}, got the key "a b"`],
      [{ a: true }, `.a: expected string (${TEXT}), got boolean true`],
    ],
  },
  'list of texts': {
    leaf: textList({ description: d, default: [] }),
    type: 'list',
    tsType: 'ListOf<string>',
    accepted: [[], ['', 'a', 'a']],
    refused: [
      [['a', 1], `[1]: expected string (${TEXT}), got number 1`],
      ['a', ': expected array (a list of texts), got string "a"'],
    ],
  },
  'list of texts of a format': {
    leaf: textList({ description: d, default: [], format: 'cidr' }),
    type: 'list',
    tsType: 'ListOf<string>',
    accepted: [['10.0.0.0/8']],
    refused: [[[''], '[0]: expected a CIDR such as "10.0.0.0/8" of at most 49 characters, got ""']],
  },
  'map of lists of texts': {
    leaf: textListMap({ description: d, default: {}, names: 'ipAddress', format: 'dnsLabel' }),
    type: 'map',
    tsType: 'MapOf<ListOf<string> | null>',
    accepted: [{}, { '10.0.0.1': ['a', 'b'], '::1': [], '::2': null }],
    refused: [
      [{ x: ['a'] }, ': expected an IP address of at most 45 characters, got the key "x"'],
      [{ '::1': ['A'] }, '["::1"][0]: expected a DNS label (a-z, 0-9, -) of at most 63 characters, got "A"'],
      [{ '::1': ['a', 'a'] }, '["::1"]: expected a list of texts, unique items, got equal items, 0 and 1'],
      [{ '::1': 'a' }, '["::1"]: expected array (a list of texts), got string "a"'],
    ],
  },
  'set of texts': {
    leaf: textSet({ description: d, default: {}, names: 'dnsLabel' }),
    type: 'map',
    tsType: 'MapOf<boolean | null>',
    accepted: [{}, { a: true, b: false, c: null }],
    refused: [
      [{ A: true }, ': expected a DNS label (a-z, 0-9, -) of at most 63 characters, got the key "A"'],
      [{ a: 'true' }, '.a: expected boolean (true or false), got string "true"'],
      [['a'], ': expected object (a map of true and false), got array'],
    ],
  },
  'list of choices': {
    leaf: choiceList(['a', 'b'], { description: d, default: [] }),
    type: 'list',
    tsType: "ListOf<'a' | 'b'>",
    accepted: [[], ['b', 'a']],
    refused: [
      [['c'], '[0]: expected one of "a", "b", got "c"'],
      [['a', 'b', 'a'], ': expected a list, unique items, got equal items, 0 and 2'],
    ],
  },
  object: {
    leaf: manifest('k8s.Affinity', { description: d, default: {} }),
    type: 'map',
    tsType: 'k8s.Affinity',
    accepted: [{}, { a: [{ 'b.c/d$': [1.5, true, 'x'] }] }],
    refused: [
      ['a', ': expected object (a map), got string "a"'],
      [{ 'a b': 1 }, ': expected a key of letters, digits and -._/$, got the key "a b"'],
      [{ a: { '-b': 1 } }, '.a: expected a key of letters, digits and -._/$, got the key "-b"'],
      [{ a: ['\u0000'] }, `.a[0]: expected ${ANY}, got "\\u0000"`],
    ],
  },
  'list of objects': {
    leaf: manifestList('k8s.Toleration', { description: d, default: [] }),
    type: 'list',
    tsType: 'ListOf<k8s.Toleration>',
    accepted: [[], [{}, { key: 'a' }]],
    refused: [
      [{}, ': expected array (a list), got object'],
      [['a'], '[0]: expected object (a map), got string "a"'],
    ],
  },
  'list of named objects': {
    leaf: manifestList('k8s.EnvVar', { description: d, default: [], required: ['name'] }),
    type: 'list',
    tsType: 'ListOf<k8s.EnvVar>',
    accepted: [[{ name: 'a', value: 'b' }]],
    refused: [
      [[{ value: 'b' }], '[0].name: expected a value, got nothing'],
      [[{ name: '' }], '[0].name: expected a text that is not empty, got ""'],
      [[{ name: 1 }], '[0].name: expected string (a text that is not empty), got number 1'],
    ],
  },
  'list of objects with few fields': {
    leaf: manifestList('k8s.ObjectReference', {
      description: d,
      default: [],
      fields: { name: formatSchema(FORMATS.dnsLabel), text: ANY_TEXT, more: ANY_JSON },
      required: ['name', 'text'],
    }),
    type: 'list',
    tsType: 'ListOf<k8s.ObjectReference>',
    accepted: [[{ name: 'a', text: '' }], [{ name: 'a', text: 'b', more: { c: [1] } }]],
    refused: [
      [
        [{ name: 'a', texts: 'b', text: '' }],
        '[0].texts: expected one of the keys name, text, more, got an unknown key; did you mean text?',
      ],
      [[{}], '[0].name: expected a value, got nothing\nvalues.v[0].text: expected a value, got nothing'],
      [[{ name: 'A', text: '' }], '[0].name: expected a DNS label (a-z, 0-9, -) of at most 63 characters, got "A"'],
    ],
  },
  'map of labels of alerts': {
    leaf: alertLabels({ description: d, default: {}, reserved: ['severity'] }),
    type: 'map',
    tsType: 'MapOf<string | null>',
    accepted: [{}, { team: 'a', _a1: '{{ $labels.pod }}' }, { team: null }],
    refused: [
      [{ 'a-b': 'x' }, `: expected ${ALERT_LABEL}, got the key "a-b"`],
      [{ severity: 'x' }, ': expected a key that is none of alertname, severity, got the key "severity"'],
      [{ alertname: 'x' }, ': expected a key that is none of alertname, severity, got the key "alertname"'],
      [{ a: '{{' }, `.a: expected ${ALERT_TEXT}, got "{{"`],
      [{ a: '' }, `.a: expected ${ALERT_TEXT}, got ""`],
    ],
  },
  'map of labels of alerts that rules set none of': {
    leaf: alertLabels({ description: d, default: {} }),
    type: 'map',
    tsType: 'MapOf<string | null>',
    accepted: [{ severity: 'x', taken: 'y' }],
    refused: [[{ alertname: 'x' }, ': expected a key that is none of alertname, got the key "alertname"']],
  },
  'map of annotations of alerts': {
    leaf: alertAnnotations({ description: d, default: {} }),
    type: 'map',
    tsType: 'MapOf<string | null>',
    accepted: [{}, { alertname: 'a {{ $value | humanize }}' }],
    refused: [
      [{ 'a.b': 'x' }, `: expected ${ALERT_LABEL}, got the key "a.b"`],
      [{ a: '{{ template "x" }}' }, `.a: expected ${ALERT_TEXT}, got "{{ template \\"x\\" }}"`],
    ],
  },
  'map of files in JSON': {
    leaf: jsonFiles({ description: d, default: {}, taken: ['own.json'], texts: { uid: ['mine', 'old'], title: [] } }),
    type: 'map',
    tsType: 'MapOf<string | null>',
    accepted: [{}, { 'a.json': '{"uid":"a","title":"b","more":[1]}', 'B-1_c.d.json': null }],
    refused: [
      ...['a.yaml', '.json', '-a.json', 'a/b.json', 'ajson', 'a.json '].map(
        (name) => [{ [name]: '{}' }, `: expected ${FILE}, got the key "${name}"`] as const,
      ),
      [{ [`${'a'.repeat(249)}.json`]: '{}' }, `: expected ${FILE}, got the key "${'a'.repeat(76)}...`],
      [{ 'a.json': {} }, `.a.json: expected string (${TEXT}), got object`],
      ['a', ': expected object (a map of files in JSON), got string "a"'],
    ],
    refusedBeyondSchema: [
      [{ 'own.json': '{"uid":"a","title":"b"}' }, ': expected a key that is none of own.json, got the key "own.json"'],
      ...['', '{', '[]', '1', '"a"'].map(
        (text) => [{ 'a.json': text }, '.a.json: expected a map in JSON, got a text that is none'] as const,
      ),
      ...['null', '{}', '{"title":"b"}'].map(
        (text) =>
          [
            { 'a.json': text },
            '.a.json: expected a map in JSON whose "uid" is a text that no other file has and that is none of mine, old, got nothing',
          ] as const,
      ),
      ...['""', '1', '[]', 'null', '"mine"', '"old"'].map(
        (uid) =>
          [
            { 'a.json': `{"title":"b","uid":${uid}}` },
            `.a.json: expected a map in JSON whose "uid" is a text that no other file has and that is none of mine, old, got ${uid}`,
          ] as const,
      ),
      [
        { 'b.json': '{"uid":"a","title":"b"}', 'a.json': '{"uid":"a","title":"c"}' },
        '.b.json: expected a map in JSON whose "uid" is a text that no other file has and that is none of mine, old, got "a"',
      ],
      [
        { 'a.json': '{"uid":"a","title":true}' },
        '.a.json: expected a map in JSON whose "title" is a text that no other file has, got true',
      ],
    ],
  },
  'list of objects of which no two share a text': {
    leaf: manifestList('k8s.Container', {
      description: d,
      default: [],
      required: ['name'],
      unique: { fields: ['name'], taken: ['own', 'main'] },
    }),
    type: 'list',
    tsType: 'ListOf<k8s.Container>',
    accepted: [[], [{ name: 'a' }, { name: 'b', image: 'own' }]],
    refused: [[[{ name: 'a' }, {}], '[1].name: expected a value, got nothing']],
    refusedBeyondSchema: [
      [
        [{ name: 'a' }, { name: 'b' }, { name: 'a' }],
        '[2].name: expected a name that no other item has and that is none of own, main, got "a"',
      ],
      [
        [{ name: 'main' }],
        '[0].name: expected a name that no other item has and that is none of own, main, got "main"',
      ],
    ],
  },
  'list of objects of which no two share an optional text': {
    leaf: manifestList('k8s.ContainerPort', { description: d, default: [], unique: { fields: ['name'], taken: [] } }),
    type: 'list',
    tsType: 'ListOf<k8s.ContainerPort>',
    accepted: [[{}, {}, { name: 1 }, { name: 1 }, { name: 'a' }]],
    refused: [[['a'], '[0]: expected object (a map), got string "a"']],
    refusedBeyondSchema: [
      [[{ name: 'a' }, { name: 'a' }], '[1].name: expected a name that no other item has, got "a"'],
    ],
  },
};

describeKinds(KINDS);
