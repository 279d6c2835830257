import { compiledModel, installed, pack, unpack } from '../../../src/engine/compiled';
import type { CompiledModel } from '../../../src/engine/compiled';
import { HELM_PLACEMENT, equals, interpolate, isSet, literal, not } from '../../../src/engine/expr';
import { bool, section, symbolicHandles, text, withRules } from '../../../src/engine/values';

const VALUES = withRules(
  section('Values.', {
    enabled: bool({ description: 'Whether there is a second object.', default: false }),
    title: text({ description: 'Title.', default: 'none', since: '0.2.0' }),
    inner: section('Inner.', { word: text({ description: 'Word.', default: '', format: 'word' }) }),
  }),
  ({ title, inner }) => [
    { path: 'title', broken: equals(title, inner.word), expected: interpolate`no ${inner.word}`, got: title },
  ],
);

const handles = symbolicHandles(VALUES);
const named = (name: string) => ({ name: interpolate`${HELM_PLACEMENT.releaseName}-${name}` });

const ORDINARY = { loops: [], condition: literal<boolean>(true), hookEvents: [] };

const MODEL = unpack(
  pack(
    compiledModel({
      values: VALUES,
      placement: { releaseName: 'usual', namespace: 'place' },
      objects: [
        { ...ORDINARY, kind: 'Second', condition: handles.enabled, tree: { metadata: named('b') } },
        { ...ORDINARY, kind: 'First', tree: { metadata: named('a'), title: handles.title } },
        { ...ORDINARY, kind: 'Hook', hookEvents: ['test'], tree: { metadata: named('c') } },
      ],
      warnings: ({ inner }) => [{ when: not(isSet(inner.word)), text: 'values.inner.word: say one' }],
    }),
  ),
) as CompiledModel;

const place = { releaseName: 'r', namespace: 'n' };

test('an object is written where its condition holds, in the order of the model, and a hook is not', () => {
  expect([...installed(MODEL, { enabled: true, title: 'x' }, place).files]).toEqual([
    ['Second.r-b.yaml', 'metadata:\n  name: r-b\n'],
    ['First.r-a.yaml', 'metadata:\n  name: r-a\ntitle: x\n'],
    ['kustomization.yaml', expect.stringMatching(/resources:\n {2}- Second\.r-b\.yaml\n {2}- First\.r-a\.yaml\n$/)],
  ]);
  expect([...installed(MODEL, {}, place).files.keys()]).toEqual(['First.r-a.yaml', 'kustomization.yaml']);
});

test('a warning is given where it holds', () => {
  expect(installed(MODEL, {}, place).warnings).toEqual(['values.inner.word: say one']);
  expect(installed(MODEL, { inner: { word: 'a' } }, place).warnings).toEqual([]);
});

test.each([
  [
    { titel: 'x' },
    place,
    'values.titel: expected one of the keys enabled, title, inner, got an unknown key; did you mean title?',
  ],
  [
    { inner: { word: '-' } },
    place,
    'values.inner.word: expected a word (letters, digits, -_.) of at most 63 characters, or "", got "-"',
  ],
  [{ title: 'a', inner: { word: 'a' } }, place, 'values.title: expected no a, got a'],
  [{}, { ...place, namespace: 'N' }, 'namespace: expected a DNS label (a-z, 0-9, -) of at most 63 characters, got "N"'],
])('%j in %j is refused', (values, where, message) => {
  expect(() => installed(MODEL, values, where)).toThrow(new Error(message));
});

test('what only people read is not in the model', () => {
  expect(pack(MODEL)).not.toMatch(/Whether there is|Title\.|Inner\./);
});

test('it says where it goes if nobody does', () => {
  expect(MODEL.placement).toEqual({ releaseName: 'usual', namespace: 'place' });
});

test('the version that first had a value stays, for values of an older chart', () => {
  expect(MODEL.values.children).toMatchObject({ title: { since: '0.2.0' } });
  expect(() => installed(MODEL, { chartVersion: 5 }, place)).toThrow(/^values\.chartVersion: /);
});
