// npm run preview: draws the dashboards from simulated history, or from a Prometheus of yours. --help says how.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PRESETS, type Preset } from '../../src/observability/mixin';
import { type Drawer, type Spec, THEMES, startDrawer } from '../grafana';
import { boardsOf, sourceAt, specOf, startSimulated } from '../pictures';
import { SetUpError, messageOf, root } from '../setup/index.cjs';

const HELP = `npm run preview -- [OPTIONS]

Draws each dashboard as PNG, light and dark, with Grafana's own components in a browser without a window.

  --out DIR       where to                                    (default: preview)
  --preset NAME   full, lean or native                        (default: full)
  --hours N       time range                                  (default: 3)
  --width N       width of the window in pixels               (default: 1920)
  --url URL       a Prometheus that scrapes coderd            (default: simulated history, normal and during an incident)
  --job NAME      its job                                     (default: coder/master-monitor)
  --readme        writes the pictures of the README instead, into docs/images
`;

const options = {
  out: { type: 'string', default: 'preview' },
  preset: { type: 'string', default: 'full' },
  hours: { type: 'string', default: '3' },
  width: { type: 'string', default: '1920' },
  url: { type: 'string' },
  job: { type: 'string', default: 'coder/master-monitor' },
  readme: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Given = ReturnType<typeof parse>;

/** What is drawn. */
interface Asked {
  readonly preset: Preset;
  readonly hours: number;
  readonly more: Partial<Spec>;
}

const COURSES = { normal: false, incident: true } as const;

export async function main(args: readonly string[]): Promise<number> {
  const given = parse(args);
  if (given.help) {
    console.log(HELP.trimEnd());
    return 0;
  }
  const { preset, hours, more } = check(given);
  if (given.url !== undefined) {
    const source = sourceAt(given.url);
    await drawing(source, (drawer) =>
      drawAll(drawer, boardsOf(preset), (board) => specOf(board, source, more), given.out),
    );
    return 0;
  }
  for (const [course, isIncident] of Object.entries(COURSES)) {
    const source = await startSimulated({ preset, hours, isIncident });
    await drawing(source, async (drawer) => {
      const specFor = (board: Spec['dashboard']): Spec => specOf(board, source, more);
      if (given.readme) await drawForReadme(drawer, specFor, course);
      else await drawAll(drawer, boardsOf(preset), specFor, path.join(given.out, course));
    });
  }
  return 0;
}

async function drawing(
  source: { readonly url: string; readonly stop: () => Promise<void> },
  body: (drawer: Drawer) => Promise<void>,
): Promise<void> {
  const drawer = await startDrawer(source.url);
  await body(drawer);
  await drawer.stop();
  await source.stop();
}

type Boards = ReturnType<typeof boardsOf>;
type SpecFor = (board: Boards[number]) => Spec;

async function drawAll(drawer: Drawer, boards: Boards, specFor: SpecFor, out: string): Promise<void> {
  for (const board of boards) {
    for (const theme of THEMES) {
      await drawer.draw({ ...specFor(board), theme });
      save(path.join(out, `${board.uid}-${theme}.png`), await drawer.picture('png'));
    }
  }
}

/** A page of the README is narrower than a screen, so the pictures are, too. */
const README_WIDTH = 1440;

async function drawForReadme(drawer: Drawer, specFor: SpecFor, course: string): Promise<void> {
  const overview = boardsOf('full').filter(({ uid }) => uid === 'coder-overview');
  for (const board of overview) {
    await drawer.draw({ ...specFor(board), theme: 'dark', width: README_WIDTH });
    save(path.join(root, 'docs', 'images', `${board.uid}-${course}.webp`), await drawer.picture('webp'));
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const said = messageOf(error);
    throw new SetUpError(`${said.split('.', 1)[0] ?? said}; see npm run preview -- --help`);
  }
}

function check({ preset: name, hours, width, job }: Given): Asked {
  const preset = PRESETS.find((known) => known === name);
  if (preset === undefined) {
    throw new SetUpError(`--preset: expected one of ${PRESETS.join(', ')}, got "${name}"`);
  }
  const number = (option: string, text: string): number => {
    if (Number(text) > 0) return Number(text);
    throw new SetUpError(`--${option}: expected a number above 0, got "${text}"`);
  };
  const variables = { namespace: '.+', job, pod: '.+', datasource: 'prometheus' };
  const seconds = number('hours', hours) * 3600;
  return { preset, hours: seconds / 3600, more: { seconds, variables, width: number('width', width) } };
}

function save(file: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  console.log(file);
}
