import { hasHistogram, seriesOf } from '../../../src/observability/promql';
import { type Scope, expressionOf, queriesOf } from '../../../src/observability/query';
import { METRIC_NAMES, QUESTIONS, questionCalled } from '../../support/mixin';
import { syntaxErrors } from '../../support/promql';

const SELECTIONS: readonly Scope[] = [
  {},
  { namespace: 'coder', job: 'coder/master-monitor', pod: 'coderd-a' },
  { job: 'a"b\\c{d}\n#`' },
];
const FORMS = ['classic', 'native'] as const;
const QUERIES = QUESTIONS.flatMap((question) =>
  queriesOf(question).map((query, i) => ({ name: `${question.name} ${String(i + 1)}`, query })),
);

describe('the questions', () => {
  test.each(SELECTIONS)('parse as PromQL in both forms of histograms, of %j', (selection) => {
    for (const { query, name } of QUERIES)
      for (const histograms of FORMS) {
        const expression = expressionOf(query, { selection, window: '5m', histograms });
        expect([name, expression, syntaxErrors(expression)]).toEqual([name, expression, []]);
      }
  });

  test('read metrics of coderd, and of the scrape, of the chosen installation only', () => {
    const known: readonly string[] = [...METRIC_NAMES, 'up'];
    for (const { query } of QUERIES) {
      expect(known).toEqual(expect.arrayContaining([...seriesOf(query)]));
      const expression = expressionOf(query, { selection: { job: 'x' }, window: '5m', histograms: 'classic' });
      expect(expression.match(/\{[^}]*\}/g)?.every((matchers) => matchers.startsWith('{job="x"'))).toBe(true);
      expect(expression).not.toMatch(/(coderd|go|process)_\w+(?![\w{(])/);
    }
  });

  test('ask for no series of a classic histogram where Prometheus keeps native ones', () => {
    const asked = QUERIES.filter(({ query }) => hasHistogram(query)).map(({ query }) => query);
    expect(asked.length).toBeGreaterThan(10);
    for (const query of asked) {
      const of = (histograms: 'classic' | 'native'): string =>
        expressionOf(query, { selection: {}, window: '5m', histograms });
      expect(of('classic')).toMatch(/_(bucket|sum|count)[[{]/);
      expect(of('native')).not.toMatch(/_(bucket|sum|count)[[{]/);
    }
  });

  test('have names of their own, and a line that says what they answer', () => {
    const names = QUESTIONS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(questionCalled(name)?.about).toMatch(/^[^\n]{10,90}$/);
    expect(questionCalled('none')).toBeUndefined();
  });

  test('name the lines of an answer each once', () => {
    for (const question of QUESTIONS) {
      const lines = question.kind === 'facts' ? question.facts.map(({ what }) => what) : [];
      const keys = question.kind === 'list' ? question.columns.map(({ key }) => key) : [];
      for (const all of [lines, keys]) expect(new Set(all).size).toBe(all.length);
    }
  });
});
