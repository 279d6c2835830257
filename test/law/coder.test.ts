import { coderChartFiles } from '../../src/cli';
import { CODER_VALUES } from '../../src/coder/values';
import { at, leavesOf } from '../../src/engine/values';
import { type HelmMajor, inParallel, writeChart } from '../support/helm';
import { type Case, cases, coderMeanings, disagreements, environmentOf, symbolicCoder } from '../support/law';
import { canonical, interpret } from '../support/manifests';
import { without } from '../support/values';

const SEED = Number(process.env['LAW_SEED'] ?? '36');
const SYMBOLIC = symbolicCoder();
const CASES = [
  ...cases(CODER_VALUES, 200, { seed: SEED, presence: 0.15 }),
  ...cases(CODER_VALUES, 100, { seed: SEED, presence: 0.6 }),
];

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
  test('for 300 installations with Helm 3', async () => {
    expect(CASES).toHaveLength(300);
    expect(await failures('helm3', CASES)).toEqual([]);
  });

  test('for 100 installations with Helm 4', async () => {
    expect(
      await failures(
        'helm4',
        CASES.filter((_, i) => i % 3 === 0),
      ),
    ).toEqual([]);
  });

  test('and each value changes the output of at least one of them', () => {
    const silent = new Map(leavesOf(CODER_VALUES).map(({ path }) => [path.join('.'), path]));
    for (const one of CASES) {
      const output = canonical(interpret(SYMBOLIC, environmentOf(CODER_VALUES, one)));
      for (const [name, path] of silent) {
        if (at(one.values, path) === undefined) continue;
        const other = { ...one, values: without(one.values, path) };
        if (canonical(interpret(SYMBOLIC, environmentOf(CODER_VALUES, other))) !== output) silent.delete(name);
      }
    }
    expect([...silent.keys()]).toEqual([]);
  });
});
