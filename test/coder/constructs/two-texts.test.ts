import fc from 'fast-check';
import { type TwoTexts, twoTexts } from '../../../src/coder/constructs/two-texts';

function filled({ text, differences }: TwoTexts, which: 'usual' | 'other'): string {
  return differences.reduce((rest, { marker, [which]: own }) => rest.replaceAll(marker, () => own), text);
}

const QUERY = fc
  .array(fc.constantFrom('sum', 'rate', ' by (le) ', '(', ')', 'x_bucket', 'x', '\\"', ' ', '5m'), { maxLength: 12 })
  .map((words) => words.join(''));
const LINES = fc.array(fc.tuple(QUERY, QUERY), { minLength: 1, maxLength: 5 });

function document(queries: readonly string[]): string {
  return `{\n${queries.map((query, i) => `  "q${i}": "${query}"`).join(',\n')}\n}\n`;
}

describe('two texts in one', () => {
  test('are what they were, and JSON, where words of a text differ', () => {
    fc.assert(
      fc.property(LINES, (lines) => {
        const [one, other] = [document(lines.map(([a]) => a)), document(lines.map(([, b]) => b))];
        const both = twoTexts(one, other);
        if (both === undefined) throw new Error('expected both in one');
        expect([filled(both, 'usual'), filled(both, 'other')]).toEqual([one, other]);
        expect(() => JSON.parse(both.text) as unknown).not.toThrow();
      }),
    );
  });

  test('are what they were, and JSON, where one has a field that the other has not', () => {
    const [one, other] = ['[\n  {\n    "a": 1, "b": 2\n  }\n]\n', '[\n  {\n    "b": 2\n  }\n]\n'];
    const both = twoTexts(one, other);
    expect(both && [filled(both, 'usual'), filled(both, 'other')]).toEqual([one, other]);
    expect(JSON.parse(both?.text ?? '')).toEqual([{ '@["a": 1, "b": 2|"b": 2]': null }]);
  });

  test('say what differs alike once', () => {
    const both = twoTexts('a(x_bucket)\nb(x_bucket)', 'a(x)\nb(x)');
    expect(both).toEqual({
      text: 'a(@[x_bucket|x])\nb(@[x_bucket|x])',
      differences: [{ marker: '@[x_bucket|x]', usual: 'x_bucket', other: 'x' }],
    });
  });

  test('are two where one has more lines', () => {
    expect(twoTexts('a\nb', 'a')).toBeUndefined();
  });
});
