import { type GrafanaPanelJson, renderDashboard } from '../../../tools/preview';
import { END, OPTIONS, type Sample, SampleSource, constant, only, textsOf } from './sample';

async function draw(panel: Partial<GrafanaPanelJson>, samples: readonly Sample[]): Promise<string> {
  return renderDashboard(only(panel), new SampleSource({ q: samples }), OPTIONS);
}

const thresholds = {
  mode: 'absolute',
  steps: [
    { value: null, color: '#111111' },
    { value: 10, color: '#222222' },
    { value: 20, color: '#333333' },
  ],
};
const KINDS = ['stat', 'gauge', 'bargauge'];

/** The colour of the text that reads so. */
function colorOf(svg: string, read: string): string | undefined {
  const [start] = new RegExp(`<text[^>]*>${read}</text>`).exec(svg) ?? [];
  return /fill="([^"]*)"/.exec(start ?? '')?.[1];
}

describe.each(KINDS)('a %s', (type) => {
  test('shows the last value with its unit', async () => {
    const curve = (t: number): number => (t === END ? 0.0123 : 5);
    const svg = await draw({ type, fieldConfig: { defaults: { unit: 'percentunit' } } }, [{ labels: {}, curve }]);
    expect(textsOf(svg)).toContain('1.23%');
  });

  test.each([
    [9, '#111111'],
    [10, '#222222'],
    [25, '#333333'],
  ])('shows %d in the colour of its threshold', async (value, color) => {
    const svg = await draw({ type, fieldConfig: { defaults: { thresholds, max: 40 } } }, [constant(value)]);
    expect(colorOf(svg, String(value))).toBe(color);
  });

  test('shows the text and colour of a mapping in place of the value', async () => {
    const mappings = [
      { type: 'value', options: { 0: { text: 'Down', color: '#abcdef' } } },
      { type: 'range', options: { from: 1, to: null, result: { text: 'Up' } } },
    ];
    const svg = await draw({ type, fieldConfig: { defaults: { mappings } } }, [
      constant(0, { a: '1' }),
      constant(7, { a: '2' }),
    ]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Down', 'Up']));
    expect(colorOf(svg, 'Down')).toBe('#abcdef');
  });

  test('shows the calculation it is asked for', async () => {
    const curve = (t: number): number => (t === END - 60 ? 42 : 1);
    const svg = await draw({ type, options: { reduceOptions: { calcs: ['max'] } } }, [{ labels: {}, curve }]);
    expect(textsOf(svg)).toContain('42');
  });

  test('names each of several values', async () => {
    const svg = await draw({ type }, [constant(1, { pod: 'a' }), constant(2, { pod: 'b' })]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['a', '1', 'b', '2']));
  });

  test('has what an override says for the series it names', async () => {
    const overrides = [{ matcher: { id: 'byRegexp', options: '/^b/' }, properties: [{ id: 'unit', value: 'bytes' }] }];
    const svg = await draw({ type, fieldConfig: { overrides } }, [
      constant(1, { pod: 'a' }),
      constant(2, { pod: 'b' }),
    ]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['1', '2 B']));
  });
});

describe('a stat', () => {
  test('shows the course of the value unless it is told not to', async () => {
    const wave: Sample = { labels: {}, curve: (t) => Math.sin(t) };
    const paths = (svg: string): number => svg.split('<path').length - 1;
    expect(paths(await draw({ type: 'stat' }, [wave]))).toBe(2);
    expect(paths(await draw({ type: 'stat', options: { graphMode: 'none' } }, [wave]))).toBe(0);
  });

  test('shows a label where the panel asks for one', async () => {
    const options = { reduceOptions: { fields: '/^version$/' } };
    const svg = await draw({ type: 'stat', options }, [constant(1, { version: 'go1.18.1', pod: 'a' })]);
    expect(textsOf(svg)).toContain('go1.18.1');
  });

  test('tells a moment as seen from the end of the picture', async () => {
    const panel = { type: 'stat', fieldConfig: { defaults: { unit: 'dateTimeFromNow' } } };
    expect(textsOf(await draw(panel, [constant((END + 86_400 * 3) * 1000)]))).toContain('in 3 days');
  });
});

describe('a gauge', () => {
  test('fills the half of its arc for a value in the middle', async () => {
    const defaults = { min: 0, max: 10, color: { mode: 'fixed', fixedColor: '#abcdef' } };
    const svg = await draw({ type: 'gauge', fieldConfig: { defaults } }, [constant(5)]);
    const [, x0, x1] = /<path d="M([\d.]+) [^"]*?1 ([\d.]+) [^"]*" fill="#abcdef"/.exec(svg) ?? [];
    const [, centre] = /<text x="([\d.]+)"[^>]*fill="#abcdef"/.exec(svg) ?? [];
    expect(Number(x1)).toBeCloseTo(Number(centre), 0);
    expect(Number(x0)).toBeLessThan(Number(centre));
  });
});

describe('a bar gauge', () => {
  test('has a bar as long as the share of the value in its range', async () => {
    const defaults = { min: 0, max: 200, color: { mode: 'fixed', fixedColor: '#abcdef' } };
    const svg = await draw({ type: 'bargauge', fieldConfig: { defaults } }, [constant(50)]);
    const widths = [...svg.matchAll(/<rect[^>]* width="([\d.]+)"[^>]*fill="(#abcdef|#e9ebee)"/g)];
    const [track, bar] = widths.map(([, width]) => Number(width));
    expect((bar ?? NaN) / (track ?? NaN)).toBeCloseTo(0.25, 2);
  });
});

test('a text panel has its words without the marks of Markdown', async () => {
  const content = '# Head\n- **bold** and [a link](https://example.com)\n\nplain `code`';
  expect(textsOf(await draw({ type: 'text', targets: [], options: { content } }, []))).toEqual(
    expect.arrayContaining(['Head', '• bold and a link', 'plain code']),
  );
});
