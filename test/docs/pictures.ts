import { EVERY_DASHBOARD } from '../observability/mixin/dashboards-support';
import { page } from './markdown';

type Packages = Readonly<Record<string, string>>;

const packagesOf = (file: string): Packages => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(page(file).text) as Readonly<Record<string, Packages>>;
  return { ...dependencies, ...devDependencies };
};

/** What decision 0023 says. */
export function grafanaDraws(): void {
  const own = Object.keys(packagesOf('tools/grafana/package.json'));
  expect(own).toEqual(expect.arrayContaining(['@grafana/data', '@grafana/ui']));
  expect(own).not.toContain('@grafana/prometheus');
  const ours = Object.keys(packagesOf('package.json'));
  expect(ours.filter((name) => /echarts|resvg|puppeteer|grafana.ui/.test(name))).toEqual([]);
  expect(page('tools/grafana/package-lock.json').text).not.toMatch(/"resolved": "https?:/);
  const drawn = page('tools/grafana/page/board.tsx').text;
  for (const { json } of EVERY_DASHBOARD) {
    for (const { type, fieldConfig, options } of json.panels.flatMap((panel) =>
      panel.type === 'row' ? [] : [panel],
    )) {
      expect(drawn).toContain(`${type}: `);
      const { thresholds, custom } = fieldConfig.defaults;
      if (type !== 'timeseries') continue;
      expect(options).toMatchObject({ legend: { calcs: expect.arrayContaining(['lastNotNull']) as unknown } });
      if (thresholds !== undefined) expect(custom).toMatchObject({ axisSoftMax: thresholds.steps.at(-1)?.value });
    }
  }
}
