// What a scrape of coderd costs, by number of routes and by preset, measured with a real Prometheus 3.
import { gzipSync } from 'node:zlib';
import { PRESETS, type Preset } from '../../src/observability/mixin';
import { type PrometheusClient, startPrometheus } from '../components';
import { freePort } from '../process';
import { type Simulator, startSimulator } from '../simulator';
import { END } from './history';
import { objectsOf, scrapeOptionsOf } from './manifests';
import { expectScraped } from './scrapes';

const ROUTES = [20, 40, 80, 150, 300];
const DAY = 86400;
const INTERVAL_SECONDS = 30;
const PODS = 3;

/** A pod serves the same all the time, so any scrape will do; on a busy machine the last one may be late. */
const PAST = '5m';

/** What Prometheus adds to each scrape by itself. */
const OWN = '__name__!~"up|scrape_.+"';

/** A pod that is served. */
interface Served {
  readonly routes: number;
  readonly port: number;
  readonly simulator: Simulator;
}

/** What one pod costs; series by preset. */
interface Row {
  readonly routes: number;
  readonly bytes: number;
  readonly compressed: number;
  readonly series: readonly number[];
}

/** Measures, and returns a table in Markdown with a row for each number of routes. */
export async function measureCost(binary: string): Promise<string> {
  const served = await Promise.all(ROUTES.map(servePod));
  const jobs = served.flatMap((one) => PRESETS.map((preset) => scrapeConfig(one, preset)));
  const configText = JSON.stringify({ global: { scrape_interval: '5s' }, scrape_configs: jobs });
  const prometheus = await startPrometheus({ binary, name: 'cost', configText });
  try {
    await expectScraped(prometheus, jobs.length, `sum(max_over_time(up[${PAST}]))`);
    return costTable(await Promise.all(served.map((one) => rowOf(prometheus, one))));
  } finally {
    await prometheus.stop();
    await Promise.all(served.map(({ simulator }) => simulator.stop()));
  }
}

/** A pod at a time that is always the same, so that every run measures the same. */
async function servePod(routes: number): Promise<Served> {
  const port = await freePort();
  const pods = [{ name: 'coder-0', address: '127.0.0.1', port }];
  const options = { pods, routes, start: END - DAY, clock: () => END, sleep: () => Promise.resolve() };
  return { routes, port, simulator: await startSimulator(options) };
}

function scrapeConfig({ routes, port }: Served, preset: Preset): object {
  const { monitor } = objectsOf({ metrics: { preset } });
  const target = { targets: [`127.0.0.1:${port}`] };
  return { job_name: `${preset}-${routes}`, static_configs: [target], ...scrapeOptionsOf(monitor) };
}

async function rowOf(prometheus: PrometheusClient, { routes, port }: Served): Promise<Row> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const series = await Promise.all(PRESETS.map((preset) => countSeries(prometheus, `${preset}-${routes}`)));
  return { routes, bytes: text.length, compressed: gzipSync(text).length, series };
}

async function countSeries(prometheus: PrometheusClient, job: string): Promise<number> {
  const [count] = await prometheus.series(`count(last_over_time({job="${job}", ${OWN}}[${PAST}]))`);
  return Number(count?.value?.[1]);
}

function costTable(rows: readonly Row[]): string {
  const perSecond = (count: number): string => String(Math.round((count * PODS) / INTERVAL_SECONDS));
  const kilobytes = (bytes: number): string => String(Math.round(bytes / 1000));
  const head = ['Routes', 'kB a scrape', 'kB with gzip', ...PRESETS.map((preset) => `Series, \`${preset}\``)];
  const titles = [...head, ...PRESETS.map((preset) => `Samples/s, \`${preset}\``)];
  const lines = rows.map(({ routes, bytes, compressed, series }) => [
    ...[String(routes), kilobytes(bytes), kilobytes(compressed)],
    ...series.map((number) => number.toLocaleString('en-US')),
    ...series.map(perSecond),
  ]);
  return [titles, titles.map(() => '---:'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
