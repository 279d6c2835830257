import * as fc from 'fast-check';
import { type WrittenSelector, selectorsIn } from '../../src/cli/check-selectors';
import { MIXIN } from '../support/mixin';
import { syntaxErrors, writtenMatchers } from '../support/promql';

const HARD = fc.constantFrom('"', "'", '`', '\\', '{', '}', ',', '#', '\n', 'a', '=', '\u00e9', '\u{1f600}', '\x07');
const VALUE = fc.array(HARD, { maxLength: 5 }).map((pieces) => pieces.join(''));

/** Strings of PromQL that say the same. */
function quoted(value: string): fc.Arbitrary<string> {
  const double = JSON.stringify(value);
  const single = `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  const coded = Array.from(value, (letter) => `\\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
  const other = [`"${coded.join('')}"`, `"${double.slice(1, -1).replaceAll('\\u0007', '\\a')}"`];
  return fc.constantFrom(double, single, ...other, ...(value.includes('`') ? [] : [`\`${value}\``]));
}

const GAP = fc.constantFrom('', ' ', '\n', ' # no "end} yet\n');
const OPERATOR = fc.constantFrom('=', '!=', '=~', '!~');

/** A matcher, what it is, and how it is written. */
const MATCHER = fc
  .record({ label: fc.constantFrom('job', 'namespace', '_a1'), operator: OPERATOR, value: VALUE })
  .chain((is) =>
    fc
      .tuple(GAP, GAP, GAP, quoted(is.value), fc.constantFrom(is.label, JSON.stringify(is.label)))
      .map(([a, b, c, value, label]) => ({ is, text: `${a}${label}${b}${is.operator}${c}${value}` })),
  );

/** A selector, what it is, and how it is written. */
const SELECTOR = fc
  .tuple(fc.constantFrom('up', 'coderd:x:y', ''), fc.array(MATCHER, { minLength: 1, maxLength: 3 }), GAP)
  .map(([metric, matchers, gap]) => ({
    is: { metric, matchers: matchers.map(({ is }) => is) } as WrittenSelector,
    text: `${metric}${gap}{${matchers.map(({ text }) => text).join(',')}${gap}}`,
  }));

const EXPRESSION = fc.tuple(fc.array(SELECTOR, { minLength: 1, maxLength: 3 }), GAP).map(([selectors, gap]) => ({
  is: selectors.map(({ is }) => is),
  text: selectors.map(({ text }) => `sum by (job)(${text})`).join(`${gap}+ up +`),
}));

describe('the selectors in a text of PromQL', () => {
  test('are read as they are meant, whatever their strings and comments', () => {
    fc.assert(
      fc.property(EXPRESSION, ({ is, text }) => {
        expect(syntaxErrors(text)).toEqual([]);
        expect(selectorsIn(text)).toEqual(is);
      }),
    );
  });

  test('have the matchers that the grammar of Prometheus finds, in every rule', () => {
    const rules = MIXIN.ruleFile('full').groups.flatMap(({ rules: some = [] }) => some);
    for (const { expr } of rules) {
      const found = selectorsIn(expr).flatMap(({ matchers }) => matchers);
      const written = found.map(({ label, operator, value }) => [label, operator, JSON.stringify(value)]);
      expect(written).toEqual(writtenMatchers(expr));
    }
    expect(rules.length).toBeGreaterThan(50);
  });

  test.each([
    ['vector(1) + up', []],
    ['label_replace(up, "a", "{job=\\"x\\"}", "b", \'{}\')', []],
    ['up # {job="x"}', []],
    ['up{}', [{ metric: 'up', matchers: [] }]],
    ['{"a.b", job="x",}', [{ metric: '', matchers: [{ label: 'job', operator: '=', value: 'x' }] }]],
    ['up{job="x', []],
  ])('%s', (text, expected) => {
    expect(selectorsIn(text)).toEqual(expected);
  });

  test('are read in time that grows with the text, also where the text is broken', () => {
    expect(selectorsIn(`up{${'job="x",'.repeat(20_000)}`)).toEqual([]);
    expect(selectorsIn(`up{${'job="x",'.repeat(20_000)}}`)[0]?.matchers).toHaveLength(20_000);
  });
});
