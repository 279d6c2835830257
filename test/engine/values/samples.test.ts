import { CODER_VALUES } from '../../support/coder-values';
import { FORMATS, checkValues, leavesOf, samplesOf, section } from '../../../src/engine/values';
import {
  type FormatName,
  annotations,
  bool,
  choice,
  int,
  labels,
  manifestList,
  number,
  optionalInt,
  text,
  textList,
} from '../../../src/engine/values';

const about = { description: 'A value.' };

test('each sample of each value of Coder is allowed, and the first is the default', () => {
  for (const { path, leaf } of leavesOf(CODER_VALUES)) {
    const samples = samplesOf(leaf);
    expect([path, samples[0]]).toEqual([path, leaf.default]);
    for (const sample of samples)
      expect(() => {
        checkValues(section('One.', { value: { ...leaf } }), { value: sample });
      }).not.toThrow();
    expect(new Set(samples.map((sample) => JSON.stringify(sample))).size).toBe(samples.length);
  }
});

test.each(Object.keys(FORMATS) as FormatName[])(
  'a text of the format %s has another sample than its default',
  (format) => {
    expect(samplesOf(text({ ...about, default: '', format })).length).toBeGreaterThan(1);
  },
);

test('a free text is tried empty, long, with quotes, line ends, and as what looks like something else', () => {
  const samples = samplesOf(text({ ...about, default: 'x' })) as readonly string[];
  for (const odd of [/^$/, /.{60}/, /["'\\]/, /\n/, /[^\x20-\x7e\n]/, /\{\{/, /^\d+$/, /^true$/])
    expect(samples.filter((sample) => odd.test(sample))).not.toEqual([]);
});

test.each([
  ['a switch both ways', bool({ ...about, default: true }), [true, false]],
  ['all of a choice', choice(['a', 'b', 'c'], { ...about, default: 'b' }), ['b', 'a', 'c']],
  ['a number at its bounds', int({ ...about, default: 5, min: 4, max: 6 }), [5, 4, 6]],
  ['a number that may be left out', optionalInt({ ...about, default: '', min: 7, max: 7 }), ['', 7]],
])('%s', (_, leaf, samples) => {
  expect(samplesOf(leaf)).toEqual(samples);
});

test('a fraction is tried where a number may be one', () => {
  expect(samplesOf(number({ ...about, default: 1, min: 0, max: 1 }))).toEqual([1, 0, 0.25]);
});

test('a list has no item, one, and three', () => {
  for (const leaf of [
    textList({ ...about, default: [] }),
    manifestList('Item', { ...about, default: [], required: ['name'] }),
  ]) {
    const lengths = samplesOf(leaf).map((sample) => (sample as readonly unknown[]).length);
    expect(new Set(lengths)).toEqual(new Set([0, 1, 3]));
  }
});

test('a map is empty and has several entries', () => {
  for (const leaf of [labels({ ...about, default: {} }), annotations({ ...about, default: {} })]) {
    const sizes = samplesOf(leaf).map((sample) => Object.keys(sample as object).length);
    expect(new Set(sizes)).toEqual(new Set([0, 1, 2, 3]));
  }
});
