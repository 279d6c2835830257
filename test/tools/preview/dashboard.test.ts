import * as fc from 'fast-check';
import { type GrafanaDashboardJson, type GrafanaPanelJson, renderDashboard, toPng } from '../../../tools/preview';
import { OPTIONS, SampleSource, constant, only, textsOf } from './sample';
import { count } from '../../support/share';

const TYPES = ['timeseries', 'stat', 'gauge', 'bargauge', 'table', 'heatmap'];
const HISTOGRAM = ['1', '5', '+Inf'].map((le, i) => constant(i + 1, { le }));
const source = new SampleSource({ q: [constant(1), constant(2, { pod: 'a' })], h: HISTOGRAM });

/** One panel of each kind with data, and one of each without. */
function everyKind(): GrafanaDashboardJson {
  const panels = [...TYPES, ...TYPES].map((type, i): GrafanaPanelJson => {
    const expr = i >= TYPES.length ? 'nothing' : type === 'heatmap' ? 'h' : 'q';
    const gridPos = { x: (i % 3) * 8, y: Math.floor(i / 3) * 6, w: 8, h: 6 };
    return { id: i + 1, type, title: `Panel ${i} <${type}>`, gridPos, targets: [{ refId: 'A', expr }] };
  });
  return { title: 'Every kind & more', panels };
}

describe('a picture of a dashboard', () => {
  test('has the titles of the dashboard and of every panel and row', async () => {
    const rows: GrafanaPanelJson[] = [
      { type: 'row', title: 'Open row', gridPos: { x: 0, y: 24, w: 24, h: 1 } },
      { type: 'row', title: 'Folded row', collapsed: true, gridPos: { x: 0, y: 25, w: 24, h: 1 }, panels: [inner] },
    ];
    const dashboard = { ...everyKind(), panels: [...(everyKind().panels ?? []), ...rows] };
    const texts = textsOf(await renderDashboard(dashboard, source, OPTIONS));
    const titles = (everyKind().panels ?? []).map(({ title }) => title);
    expect(texts).toEqual(
      expect.arrayContaining(['Every kind & more', ...titles, 'Open row', 'Folded row', 'Inside a folded row']),
    );
  });

  const inner: GrafanaPanelJson = { type: 'stat', title: 'Inside a folded row', gridPos: { x: 0, y: 26, w: 4, h: 4 } };

  test('has the same bytes each time', async () => {
    const first = await renderDashboard(everyKind(), source, OPTIONS);
    expect(await renderDashboard(everyKind(), source, OPTIONS)).toBe(first);
  });

  test('has no id twice, and refers to none that is not there', async () => {
    const [panel] = only({}).panels ?? [];
    const svg = await renderDashboard({ panels: [panel!, panel!, panel!] }, source, OPTIONS);
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
    expect(ids).toEqual(expect.arrayContaining(used));
  });

  test('says of each panel without data that it has none', async () => {
    const texts = textsOf(await renderDashboard(everyKind(), source, OPTIONS));
    expect(texts.filter((content) => content === 'No data')).toHaveLength(TYPES.length);
  });

  test('shows the words for no value that a panel has', async () => {
    const dashboard = only({
      type: 'stat',
      targets: [{ expr: 'nothing' }],
      fieldConfig: { defaults: { noValue: 'Never' } },
    });
    expect(textsOf(await renderDashboard(dashboard, source, OPTIONS))).toContain('Never');
  });

  test('says of a panel of a kind that is not known that it is not drawn', async () => {
    const texts = textsOf(await renderDashboard(only({ type: 'piechart' }), source, OPTIONS));
    expect(texts.join(' ')).toContain('Panels of type "piechart" are not drawn');
  });

  test('says that it is not Grafana, and that the data is simulated if it is', async () => {
    const plain = textsOf(await renderDashboard({}, source, OPTIONS));
    expect(plain).toContain('Drawn by cdk8s-coder preview; this is not Grafana.');
    const simulated = textsOf(await renderDashboard({}, source, { ...OPTIONS, simulated: true }));
    expect(simulated).toContain('Drawn by cdk8s-coder preview from simulated data; this is not Grafana.');
  });

  test('holds the description of a panel for a viewer with a pointer', async () => {
    const svg = await renderDashboard(only({ description: 'a < b' }), source, OPTIONS);
    expect(svg).toContain('<title>a &lt; b</title>');
  });

  test('tells the time it shows, in UTC', async () => {
    const texts = textsOf(await renderDashboard({}, source, OPTIONS));
    expect(texts.join()).toContain('2026-01-31 09:00 to 2026-01-31 12:00 UTC');
  });

  test('is an SVG that a renderer reads, whatever the texts in it', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.constantFrom(...TYPES), async (title, label, type) => {
        const data = new SampleSource({ q: [constant(1, { le: '1', label })] });
        const panel = { type, title, targets: [{ expr: 'q', legendFormat: '{{label}}' }] };
        const svg = await renderDashboard({ ...only(panel), title, description: label }, data, OPTIONS);
        expect((await toPng(svg, 0.1)).length).toBeGreaterThan(100);
      }),
      { numRuns: count({ few: 4, many: 100 }) },
    );
  });
});
