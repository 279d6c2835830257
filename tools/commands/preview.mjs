// npm run preview: draws the dashboards from simulated history, or from a Prometheus of yours. --help says how.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { clientOf } from '../components/prometheus.mjs';
import { drawAll, startSimulated } from '../preview/command/draw.mjs';
import { lib } from '../prometheus/manifests.mjs';
import { setUp } from '../setup/index.mjs';
import { SetUpError, runScript } from '../setup/failure.mjs';

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
  check(given);
  const asked = { ...given, hours: Number(given.hours) };
  const source = given.url === undefined ? await startSimulated(asked) : sourceAt(given.url);
  await write(given.out, await drawAll(asked, source));
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

function check({ preset, hours }) {
  const { PRESETS } = lib('mixin');
  if (!PRESETS.includes(preset)) {
    throw new SetUpError(`--preset: expected one of ${PRESETS.join(', ')}, got "${preset}"`);
  }
  if (!(Number(hours) > 0)) throw new SetUpError(`--hours: expected a number above 0, got "${hours}"`);
}

function sourceAt(url) {
  return { prometheus: clientOf(url.replace(/\/$/, '')), end: Math.floor(Date.now() / 1000) };
}

async function write(out, pictures) {
  const { toPng } = lib('preview');
  fs.mkdirSync(out, { recursive: true });
  for (const [uid, svg] of pictures) {
    fs.writeFileSync(path.join(out, `${uid}.svg`), svg);
    fs.writeFileSync(path.join(out, `${uid}.png`), await toPng(svg));
    console.log(`${path.join(out, uid)}.svg, .png`);
  }
}
