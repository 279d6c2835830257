import { type GrafanaPanelJson, renderDashboard } from '../../../tools/preview';
import { OPTIONS, SampleSource, constant, only, textsOf } from './sample';

const source = new SampleSource({
  q: [constant(250, { path: '/a', method: 'GET' }), constant(900, { path: '/b', method: 'PUT' })],
  r: [constant(3, { path: '/b', method: 'PUT' }), constant(7, { path: '/a', method: 'GET' })],
});
const instant = { instant: true, format: 'table' };
const HIDE_TIME = { id: 'organize', options: { excludeByName: { Time: true } } };

/** The texts of the table, without those around it. */
async function cells(panel: Partial<GrafanaPanelJson>): Promise<readonly string[]> {
  const targets = panel.targets ?? [{ refId: 'A', expr: 'q', ...instant }];
  const svg = await renderDashboard(only({ type: 'table', title: 'T', ...panel, targets }), source, OPTIONS);
  const texts = textsOf(svg);
  return texts.slice(texts.indexOf('T') + 1, -1);
}

describe('a table', () => {
  test('has a column for the time, for each label and for the value', async () => {
    const texts = await cells({});
    expect(texts).toEqual([
      ...['Time', '2026-01-31 12:00:00', '2026-01-31 12:00:00'],
      ...['method', 'GET', 'PUT', 'path', '/a', '/b', 'Value', '250', '900'],
    ]);
  });

  test('merges the values of several queries for the same labels, and renames, orders and hides columns', async () => {
    const organize = {
      excludeByName: { Time: true, method: true },
      indexByName: { 'Value #B': 0, path: 1, 'Value #A': 2 },
      renameByName: { 'Value #A': 'p95', 'Value #B': 'Requests' },
    };
    const texts = await cells({
      targets: [
        { refId: 'A', expr: 'q', ...instant },
        { refId: 'B', expr: 'r', ...instant },
      ],
      transformations: [{ id: 'merge' }, { id: 'organize', options: organize }],
    });
    expect(texts).toEqual(['Requests', '7', '3', 'path', '/a', '/b', 'p95', '250', '900']);
  });

  test('has the unit that an override gives a column by its old or its new name', async () => {
    const organize = { excludeByName: { Time: true }, renameByName: { Value: 'p95' } };
    for (const name of ['Value', 'p95']) {
      const overrides = [{ matcher: { id: 'byName', options: name }, properties: [{ id: 'unit', value: 'ms' }] }];
      const texts = await cells({
        transformations: [{ id: 'organize', options: organize }],
        fieldConfig: { overrides },
      });
      expect(texts).toEqual(expect.arrayContaining(['p95', '250 ms', '900 ms']));
    }
  });

  test('is sorted as its options say', async () => {
    const texts = await cells({
      transformations: [HIDE_TIME],
      options: { sortBy: [{ displayName: 'Value', desc: true }] },
    });
    expect(texts.slice(-2)).toEqual(['900', '250']);
  });

  test('says which transformation was not done', async () => {
    expect(await cells({ transformations: [{ id: 'groupBy' }] })).toContain('not drawn: transformation groupBy');
  });

  test('says how many rows it has no room for', async () => {
    const many = new SampleSource({ q: Array.from({ length: 50 }, (_, i) => constant(i, { path: `/${i}` })) });
    const panel = { type: 'table', targets: [{ expr: 'q', ...instant }], transformations: [HIDE_TIME] };
    const texts = textsOf(await renderDashboard(only(panel), many, OPTIONS));
    const shown = texts.filter((content) => content.startsWith('/')).length;
    expect(texts).toContain(`${50 - shown} more rows`);
  });
});
