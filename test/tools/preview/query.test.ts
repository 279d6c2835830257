import * as fc from 'fast-check';
import { type DataSource, PreviewError, renderDashboard } from '../../../tools/preview';
import { END, OPTIONS, SampleSource, only, textsOf } from './sample';

async function asked(expr: string, options = OPTIONS): Promise<SampleSource['asked']> {
  const source = new SampleSource({});
  await renderDashboard(only({ targets: [{ refId: 'A', expr }] }), source, options);
  return source.asked;
}

describe('a query', () => {
  test('is asked with its variables replaced', async () => {
    const [query] = await asked(
      'rate(m{namespace=~"$namespace",pod=~"${pod:regex}",job="[[namespace]]"}[$__rate_interval])',
    );
    expect(query?.expr).toBe('rate(m{namespace=~"coder",pod=~".+",job="coder"}[120s])');
  });

  test('has a rate interval of four scrapes, or of one step and one scrape if that is longer', async () => {
    const [short] = await asked('$__rate_interval $__interval', { ...OPTIONS, scrapeSeconds: 15, seconds: 900 });
    expect(short?.expr).toBe('60s 15s');
    const [long] = await asked('$__rate_interval $__interval $__range', { ...OPTIONS, seconds: 86_400 });
    expect(long?.expr).toBe('630s 600s 86400s');
  });

  test('keeps a dollar sign that begins no name', async () => {
    const [query] = await asked('label_replace(m{a=~"x$"}, "b", "$1", "c", "(.*)")');
    expect(query?.expr).toBe('label_replace(m{a=~"x$"}, "b", "$1", "c", "(.*)")');
  });

  test('takes a variable that is not given from the dashboard', async () => {
    const source = new SampleSource({});
    const list = [
      { name: 'job', current: { value: ['a', 'b'] } },
      { name: 'all', allValue: '.*', current: { value: '$__all' } },
      { name: 'namespace', current: { value: 'not this one' } },
    ];
    const dashboard = { ...only({ targets: [{ expr: '$job $all $namespace' }] }), templating: { list } };
    await renderDashboard(dashboard, source, OPTIONS);
    expect(source.asked[0]?.expr).toBe('(a|b) .* coder');
  });

  test('with a variable that nobody knows is refused, with its panel, its letter and what is known', async () => {
    const drawn = renderDashboard(
      only({ targets: [{ refId: 'B', expr: 'm{a="$zone"}' }] }),
      new SampleSource({}),
      OPTIONS,
    );
    await expect(drawn).rejects.toThrow(PreviewError);
    await expect(drawn).rejects.toThrow(
      /^panel "One panel" \(id 1\), query B: variable \$zone has no value, allowed are .*namespace, pod; give it one$/,
    );
  });

  test('that fails is named with its panel, its letter and its text', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('parse error'));
    const broken: DataSource = { range: fail, instant: fail };
    await expect(renderDashboard(only({}), broken, OPTIONS)).rejects.toThrow(
      'panel "One panel" (id 1), query A: q: parse error',
    );
  });

  test('that is instant is asked for the end only', async () => {
    const source = new SampleSource({});
    await renderDashboard(only({ targets: [{ expr: 'q', instant: true }] }), source, OPTIONS);
    expect(source.asked).toEqual([{ expr: 'q', time: END }]);
  });

  test('that is hidden is not asked', async () => {
    const source = new SampleSource({});
    await renderDashboard(only({ targets: [{ expr: 'q', hide: true }] }), source, OPTIONS);
    expect(source.asked).toEqual([]);
  });

  test('asks for no more points than a picture shows, and ends at the end', async () => {
    const span = fc.integer({ min: 60, max: 400 * 86_400 });
    await fc.assert(
      fc.asyncProperty(span, async (seconds) => {
        const [query] = await asked('q', { ...OPTIONS, seconds });
        const { start, end, step } = query!.window!;
        expect((end - start) / step).toBeLessThanOrEqual(180);
        expect(end).toBe(END);
        expect((end - start) % step).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('of a panel with a time of its own is asked for that', async () => {
    const source = new SampleSource({});
    await renderDashboard(only({ timeFrom: '30d' }), source, OPTIONS);
    const { start, end } = source.asked[0]!.window!;
    expect(end - start).toBe(30 * 86_400);
  });
});

test('a title has the values of its variables', async () => {
  const svg = await renderDashboard(only({ title: 'In $namespace for $5' }), new SampleSource({}), OPTIONS);
  expect(textsOf(svg)).toContain('In coder for $5');
});
