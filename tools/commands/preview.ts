// npm run preview: draws the dashboards from simulated history, or from a Prometheus of yours. --help says how.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PRESETS } from '../../src/observability/mixin';
import { type Asked, drawAll, sourceAt, startSimulated } from '../pictures';
import { toPng } from '../preview';
import { SetUpError, messageOf } from '../setup/index.cjs';

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
} as const;

export async function main(args: readonly string[]): Promise<number> {
  const given = parse(args);
  if (given.help) {
    console.log(HELP.trimEnd());
    return 0;
  }
  const asked = check(given);
  const source = given.url === undefined ? await startSimulated(asked) : sourceAt(given.url);
  await write(given.out, await drawAll(asked, source));
  await source.stop();
  return 0;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const said = messageOf(error);
    throw new SetUpError(`${said.split('.', 1)[0] ?? said}; see npm run preview -- --help`);
  }
}

function check({ preset: name, hours, job }: ReturnType<typeof parse>): Asked {
  const preset = PRESETS.find((known) => known === name);
  if (preset === undefined) {
    throw new SetUpError(`--preset: expected one of ${PRESETS.join(', ')}, got "${name}"`);
  }
  if (Number(hours) > 0) return { preset, hours: Number(hours), job };
  throw new SetUpError(`--hours: expected a number above 0, got "${hours}"`);
}

async function write(out: string, pictures: ReadonlyMap<string, string>): Promise<void> {
  fs.mkdirSync(out, { recursive: true });
  for (const [uid, svg] of pictures) {
    fs.writeFileSync(path.join(out, `${uid}.svg`), svg);
    fs.writeFileSync(path.join(out, `${uid}.png`), await toPng(svg));
    console.log(`${path.join(out, uid)}.svg, .png`);
  }
}
