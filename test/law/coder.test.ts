import { coderChartFiles } from '../../src/cli';
import { CODER_VALUES, ONLY_CHECKED } from '../support/coder-values';
import { leavesOf } from '../../src/engine/values';
import { cover } from '../support/cover';
import { type HelmMajor, inParallel, writeChart } from '../support/helm';
import {
  type Case,
  INSTALLATIONS,
  cases,
  coderMeanings,
  disagreements,
  environmentOf,
  symbolicCoder,
} from '../support/law';
import { canonical, interpret } from '../support/manifests';
import { count, seedAt, share } from '../support/share';
import { without } from '../support/values';

const SYMBOLIC = symbolicCoder();

/** Installations in which every value shows: all of them for each Helm, or in `npm test` each for one of the two. */
const COVER = cover(CODER_VALUES, SYMBOLIC, { seed: seedAt(36), presence: 0.7 });
const COVERING = { helm3: share(COVER.cases, 2), helm4: share(COVER.cases, 2, 1) };
/** For each Helm, some more. */
const MORE = { helm3: more('helm3', seedAt(38)), helm4: more('helm4', seedAt(40)) };

/** Two of three near the default. */
function more(major: HelmMajor, seed: number): readonly Case[] {
  const all = count(INSTALLATIONS[major]);
  const few = Math.floor(all / 3);
  const rest = cases(CODER_VALUES, few, { seed: seed + 1, presence: 0.6 });
  return [...cases(CODER_VALUES, all - few, { seed, presence: 0.15 }), ...rest];
}

async function failures(major: HelmMajor, some: readonly Case[]): Promise<readonly string[]> {
  const chart = writeChart(coderChartFiles());
  const found: string[] = [];
  await inParallel(some, async (one) => {
    const lines = await disagreements(major, chart, one, coderMeanings(SYMBOLIC, one));
    if (lines.length > 0) found.push(`${lines.slice(0, 5).join('\n')}\n  in ${JSON.stringify(one)}`);
  });
  return found.slice(0, 5);
}

describe('the folded model, the interpreted model and the rendered chart are equal', () => {
  test.each(['helm3', 'helm4'] as const)('for installations with %s in which each value shows', async (major) => {
    expect(await failures(major, COVERING[major])).toEqual([]);
  });

  test.each(['helm3', 'helm4'] as const)('for more installations with %s', async (major) => {
    expect(await failures(major, MORE[major])).toEqual([]);
  });

  test('where each value changes the output of one of them', () => {
    const { shown } = COVER;
    const hidden = leavesOf(CODER_VALUES)
      .map(({ path }) => path.join('.'))
      .filter((path) => !shown.has(path));
    expect(hidden).toEqual(ONLY_CHECKED);
    const outputOf = (one: Case): string => canonical(interpret(SYMBOLIC, environmentOf(CODER_VALUES, one)));
    const idle = share([...shown], 10).filter(
      ([path, one]) => outputOf(one) === outputOf({ ...one, values: without(one.values, path.split('.')) }),
    );
    expect(idle.map(([path]) => path)).toEqual([]);
  });
});
