import { type GrafanaPanelJson, renderDashboard } from '../../../tools/preview';
import { END, OPTIONS, type Sample, SampleSource, constant, only, textsOf } from './sample';

async function draw(panel: Partial<GrafanaPanelJson>, samples: readonly Sample[]): Promise<string> {
  return renderDashboard(only(panel), new SampleSource({ q: samples }), OPTIONS);
}

/** Where the value axis has each of its labels, in pixels from the top of the panel's body. */
function axisLabels(svg: string): ReadonlyMap<string, number> {
  const labels = svg.matchAll(
    /<text[^>]*text-anchor="end"[^>]*transform="translate\([\d.]+ ([\d.]+)\)"[^>]*>([^<]*)</g,
  );
  return new Map([...labels].map(([, y, label = '']) => [label, Number(y)]));
}

/** The height of a value, as the labels of two other values place it. */
function heightOf(value: number, [low, high]: readonly [number, number], svg: string, unit: string): number {
  const labels = axisLabels(svg);
  const [bottom = NaN, top = NaN] = [labels.get(`${low}${unit}`), labels.get(`${high}${unit}`)];
  return bottom + ((value - low) / (high - low)) * (top - bottom);
}

/** The heights at which horizontal lines of this colour are drawn. */
function lines(svg: string, color: string): readonly number[] {
  const paths = svg.matchAll(new RegExp(`<path d="M[\\d.]+ ([\\d.]+)H[\\d.]+"[^>]*stroke="${color}"`, 'g'));
  return [...paths].map(([, y]) => Number(y));
}

const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 500, color: '#123456' },
  ],
};

describe('a panel of time series', () => {
  test('has a threshold at its value, in its colour', async () => {
    const custom = { thresholdsStyle: { mode: 'line' } };
    const svg = await draw({ fieldConfig: { defaults: { unit: 'ms', thresholds: THRESHOLDS, custom } } }, [
      constant(790),
    ]);
    const [y = NaN, ...others] = lines(svg, '#123456');
    expect(others).toEqual([]);
    expect(Math.abs(y - heightOf(500, [0, 800], svg, ' ms'))).toBeLessThan(1);
    expect(textsOf(svg)).toContain('500 ms');
  });

  test('names a threshold that is beyond its axis, and draws no line for it', async () => {
    const custom = { thresholdsStyle: { mode: 'dashed' } };
    const svg = await draw({ fieldConfig: { defaults: { unit: 'ms', thresholds: THRESHOLDS, custom } } }, [
      constant(9),
    ]);
    expect(lines(svg, '#123456')).toEqual([]);
    expect(textsOf(svg)).toContain('↑ threshold 500 ms');
  });

  test('draws no threshold unless its style says so', async () => {
    const svg = await draw({ fieldConfig: { defaults: { thresholds: THRESHOLDS } } }, [constant(790)]);
    expect(svg).not.toContain('#123456');
  });

  test('has areas of thresholds where they are wanted', async () => {
    const custom = { thresholdsStyle: { mode: 'area' } };
    const svg = await draw({ fieldConfig: { defaults: { thresholds: THRESHOLDS, custom } } }, [constant(790)]);
    expect(svg).toMatch(/<rect[^>]*fill="#123456"/);
    expect(lines(svg, '#123456')).toEqual([]);
  });

  test('draws a line at the height of its value', async () => {
    const svg = await draw({ fieldConfig: { defaults: { color: { mode: 'fixed', fixedColor: '#abcdef' } } } }, [
      constant(4),
    ]);
    const [, y] = /<path d="M[\d.]+ ([\d.]+)L[^"]*"[^>]*stroke="#abcdef"/.exec(svg) ?? [];
    expect(Math.abs(Number(y) - heightOf(4, [0, 4], svg, ''))).toBeLessThan(1);
  });

  test.each([8.97e-5, 0.3, 0.7, 29, 1.1e9])('labels its axis up to its end, above %d', async (value) => {
    const labels = axisLabels(
      await draw({ fieldConfig: { defaults: { unit: 'sci', decimals: 3 } } }, [constant(value)]),
    );
    expect(Math.max(...[...labels.keys()].map(Number))).toBeGreaterThanOrEqual(value);
  });

  test('stacks: the axis reaches the sum', async () => {
    const custom = { stacking: { mode: 'normal' }, fillOpacity: 40 };
    const stacked = await draw({ fieldConfig: { defaults: { custom } } }, [
      constant(4, { a: '1' }),
      constant(6, { a: '2' }),
    ]);
    expect([...axisLabels(stacked).keys()]).toContain('10');
    const apart = await draw({}, [constant(4, { a: '1' }), constant(6, { a: '2' })]);
    expect([...axisLabels(apart).keys()]).not.toContain('10');
  });

  test('shows shares of a percent stack', async () => {
    const custom = { stacking: { mode: 'percent' } };
    const svg = await draw({ fieldConfig: { defaults: { custom } } }, [
      constant(1, { a: '1' }),
      constant(3, { a: '2' }),
    ]);
    expect([...axisLabels(svg).keys()]).toEqual(expect.arrayContaining(['0%', '100%']));
  });

  test('breaks a line where there are no points, unless gaps are spanned', async () => {
    const gap: Sample = { labels: {}, curve: (t) => (t > END - 7000 && t < END - 4000 ? undefined : 4) };
    const moves = async (spanNulls: boolean): Promise<number> => {
      const defaults = { color: { mode: 'fixed', fixedColor: '#abcdef' }, custom: { spanNulls } };
      const [, d = ''] =
        /<path d="([^"]*)"[^>]*stroke="#abcdef"/.exec(await draw({ fieldConfig: { defaults } }, [gap])) ?? [];
      return d.split('M').length - 1;
    };
    expect([await moves(false), await moves(true)]).toEqual([2, 1]);
  });

  test('gives fields of another unit an axis of their own on the right', async () => {
    const overrides = [
      { matcher: { id: 'byName', options: 'cpu' }, properties: [{ id: 'unit', value: 'percentunit' }] },
    ];
    const panel = {
      targets: [{ expr: 'q', legendFormat: '{{a}}' }],
      fieldConfig: { defaults: { unit: 'bytes' }, overrides },
    };
    const svg = await draw(panel, [constant(1000, { a: 'memory' }), constant(0.45, { a: 'cpu' })]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['1 KiB', '0%', '40%']));
  });

  test('draws fields that share a colour in shades of it', async () => {
    const overrides = [
      {
        matcher: { id: 'byRegexp', options: '/5../' },
        properties: [{ id: 'color', value: { mode: 'shades', fixedColor: '#800000' } }],
      },
    ];
    const svg = await draw({ fieldConfig: { overrides } }, [
      constant(1, { code: '500' }),
      constant(2, { code: '503' }),
    ]);
    expect(svg).toContain('stroke="#800000"');
    expect(svg).toContain('stroke="#a64d4d"');
  });

  test('shows times of the window in UTC', async () => {
    expect(textsOf(await draw({}, [constant(1)]))).toEqual(expect.arrayContaining(['09:00', '10:00', '12:00']));
  });

  test('says that there is no data where all points are NaN', async () => {
    expect(textsOf(await draw({}, [constant(NaN)]))).toContain('No data');
  });
});

describe('a legend', () => {
  const panel = {
    targets: [{ expr: 'q', legendFormat: 'pod {{pod}}' }],
    fieldConfig: { defaults: { unit: 'percentunit' } },
  };
  const samples = ['a', 'b'].map((pod, i) => ({
    labels: { pod },
    curve: (t: number) => (i + (t === END ? 2 : 1)) / 100,
  }));

  test('names each series and tells its last value', async () => {
    const texts = textsOf(await draw(panel, samples));
    expect(texts).toEqual(expect.arrayContaining(['pod a', '2%', 'pod b', '3%']));
  });

  test('tells the calculations it is asked for', async () => {
    const legend = { displayMode: 'table', placement: 'right', calcs: ['min', 'max'] };
    const texts = textsOf(await draw({ ...panel, options: { legend } }, samples));
    expect(texts).toEqual(expect.arrayContaining(['Name', 'Min', 'Max', 'pod a', '1%', '2%']));
    const list = textsOf(await draw({ ...panel, options: { legend: { calcs: ['mean'] } } }, samples));
    expect(list.some((content) => content.startsWith('Mean: 1.0'))).toBe(true);
  });

  test('is not there where it is not wanted', async () => {
    const texts = textsOf(await draw({ ...panel, options: { legend: { showLegend: false } } }, samples));
    expect(texts).not.toContain('pod a');
  });

  test('tells how many series it has no room for', async () => {
    const many = Array.from({ length: 200 }, (_, i) => constant(i, { pod: `coder-7d9f5b6c4d-${i}` }));
    const texts = textsOf(await draw(panel, many));
    const named = texts.filter((content) => content.startsWith('pod ')).length;
    expect(texts).toContain(`${200 - named} more`);
    expect(named).toBeGreaterThan(0);
  });

  test.each([
    [undefined, {}, 'q'],
    [undefined, { pod: 'a' }, 'a'],
    [undefined, { __name__: 'up', pod: 'a', job: 'j' }, 'up{pod="a", job="j"}'],
    ['__auto', { pod: 'a' }, 'a'],
    ['{{ pod }} of {{none}}', { pod: 'a' }, 'a of '],
    ['Requests', { pod: 'a' }, 'Requests'],
  ])('with the format %p names %j "%s"', async (legendFormat, labels, name) => {
    const target = legendFormat === undefined ? { expr: 'q' } : { expr: 'q', legendFormat };
    expect(textsOf(await draw({ targets: [target] }, [constant(1, labels as Sample['labels'])]))).toContain(name);
  });
});
