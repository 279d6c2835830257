// npm run preview: draws the dashboards from simulated history, or from a Prometheus of yours. --help says how.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { goComponents, temporaryFolder } from './components/index.mjs';
import { dataSourceOf } from './preview/data-source.mjs';
import { clientOf } from './components/prometheus.mjs';
import { END, startWithRecords, writeBlocks } from './prometheus/history.mjs';
import { lib, objectsOf, recordsOf } from './prometheus/manifests.mjs';
import { setUp } from './setup.mjs';
import { SetUpError, runScript } from './setup/failure.mjs';

const HELP = `npm run preview -- [OPTIONS]

Draws each dashboard as SVG and PNG, without Grafana: pictures to judge a dashboard by, not what Grafana would show.

  --out DIR       where to                                    (default: preview)
  --preset NAME   full, lean or native                        (default: full)
  --hours N       time range                                  (default: 3)
  --url URL       a Prometheus that scrapes coderd            (default: simulated history)
  --job NAME      its job                                     (default: coder/master-monitor)
`;

const options = {
  out: { type: 'string', default: 'preview' },
  preset: { type: 'string', default: 'full' },
  hours: { type: 'string', default: '3' },
  url: { type: 'string' },
  job: { type: 'string', default: 'coder/master-monitor' },
  help: { type: 'boolean', default: false },
};

await runScript(async () => {
  const given = parse();
  if (given.help) {
    console.log(HELP.trimEnd());
    return 0;
  }
  await setUp();
  const { PRESETS } = lib('mixin');
  if (!PRESETS.includes(given.preset)) {
    throw new SetUpError(`--preset: expected one of ${PRESETS.join(', ')}, got "${given.preset}"`);
  }
  const source =
    given.url === undefined ? await simulated(given) : { prometheus: clientOf(given.url), end: nowSeconds() };
  await draw(given, source);
  await source.prometheus.stop?.();
  return 0;
});

function parse() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new SetUpError(`${error.message.split('.')[0]}; see npm run preview -- --help`);
  }
}

function nowSeconds() {
  return Math.floor(Date.now() / 1000);
}

/** A Prometheus with a history of two pods, and with the results of the recording rules. */
async function simulated({ preset, hours }) {
  if (preset === 'native')
    throw new SetUpError('--preset native: needs --url, since history cannot be written in native form');
  const { prometheus: binary, promtool } = await goComponents(['prometheus', 'promtool']);
  const dataDir = temporaryFolder('preview');
  const from = END - (Number(hours) + 1) * 3600;
  const simulation = lib('simulator').createSimulation({ start: END - 4 * 86400 });
  console.error('preview: simulating history');
  writeBlocks({ promtool, dataDir, histories: [{ simulation, from, step: 30 }] });
  const records = recordsOf(objectsOf({ metrics: { preset } }).rules);
  const running = await startWithRecords({ binary, promtool, name: 'preview', dataDir, records, from });
  return { prometheus: running, end: END, simulated: true };
}

async function draw({ out, preset, hours, job }, { prometheus, end, simulated: isSimulated = false }) {
  const { renderDashboard, toPng } = lib('preview');
  fs.mkdirSync(out, { recursive: true });
  for (const dashboard of objectsOf({ metrics: { preset } }).dashboards) {
    const svg = await renderDashboard(dashboard, dataSourceOf(prometheus), {
      ...{ end, seconds: Number(hours) * 3600, simulated: isSimulated },
      variables: { namespace: '.+', job, pod: '.+', datasource: 'prometheus' },
    });
    fs.writeFileSync(path.join(out, `${dashboard.uid}.svg`), svg);
    fs.writeFileSync(path.join(out, `${dashboard.uid}.png`), await toPng(svg));
    console.log(`${path.join(out, dashboard.uid)}.svg, .png: ${dashboard.title}`);
  }
}
