// What a scrape of coderd costs, by number of routes and by preset, measured with a real Prometheus 3.
import { gzipSync } from 'node:zlib';
import { freePorts, startPrometheus } from '../components/index.mjs';
import { eventually, expectNone } from './claims.mjs';
import { END } from './history.mjs';
import { lib, objectsOf, scrapeOptionsOf } from './manifests.mjs';

const ROUTES = [20, 40, 80, 150, 300];
const PRESETS = ['full', 'lean', 'native'];
const DAY = 86400;
const INTERVAL_SECONDS = 30;
const PODS = 3;

/** What Prometheus adds to each scrape by itself. */
const OWN = '__name__!~"up|scrape_.+"';

/** Rows of the table, one for each number of routes. */
export async function measureCost(binary) {
  const served = await Promise.all(ROUTES.map(servePod));
  const jobs = served.flatMap((one) => PRESETS.map((preset) => scrapeConfig(one, preset)));
  const configText = JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: jobs });
  const prometheus = await startPrometheus({ binary, name: 'cost', configText });
  try {
    await awaitScrapes(prometheus, jobs.length);
    return await Promise.all(served.map((one) => rowOf(prometheus, one)));
  } finally {
    await prometheus.stop();
    await Promise.all(served.map(({ simulator }) => simulator.stop()));
  }
}

/** A pod at a time that is always the same, so that every run measures the same. */
async function servePod(routes) {
  const [port] = await freePorts(1);
  const pods = [{ name: 'coder-0', address: '127.0.0.1', port }];
  const options = { pods, routes, start: END - DAY, clock: () => END, sleep: () => Promise.resolve() };
  return { routes, port, simulator: await lib('simulator').startSimulator(options) };
}

function scrapeConfig({ routes, port }, preset) {
  const { monitor } = objectsOf({ metrics: { preset } });
  const target = { targets: [`127.0.0.1:${port}`] };
  return { job_name: `${preset}-${routes}`, static_configs: [target], ...scrapeOptionsOf(monitor) };
}

async function awaitScrapes(prometheus, count) {
  const problems = await eventually(async () => {
    const { result } = await prometheus.query('sum(up)');
    const found = Number(result[0]?.value[1] ?? 0);
    return found === count ? [] : [`${found} of ${count} targets answer`];
  });
  expectNone(problems, 'problems');
}

async function rowOf(prometheus, { routes, port }) {
  const text = await (await globalThis.fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const series = await Promise.all(PRESETS.map((preset) => seriesOf(prometheus, `${preset}-${routes}`)));
  return { routes, bytes: text.length, compressed: gzipSync(text).length, series };
}

async function seriesOf(prometheus, job) {
  const { result } = await prometheus.query(`count({job="${job}", ${OWN}})`);
  return Number(result[0]?.value[1]);
}

/** The rows as a table in Markdown. */
export function costTable(rows) {
  const perSecond = (count) => Math.round((count * PODS) / INTERVAL_SECONDS);
  const head = ['Routes', 'kB a scrape', 'kB with gzip', ...PRESETS.map((preset) => `Series, \`${preset}\``)];
  const titles = [...head, ...PRESETS.map((preset) => `Samples/s, \`${preset}\``)];
  const lines = rows.map(({ routes, bytes, compressed, series }) => [
    ...[routes, Math.round(bytes / 1000), Math.round(compressed / 1000)],
    ...series.map((number) => number.toLocaleString('en-US')),
    ...series.map(perSecond),
  ]);
  return [titles, titles.map(() => '---:'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
