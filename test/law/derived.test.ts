import * as fc from 'fast-check';
import { coderChart } from '../../src/coder/chart';
import type { Json } from '../../src/engine/expr';
import { deriveChart, renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import { at, leavesOf } from '../../src/engine/values';
import { helmTemplate, writeChart } from '../support/helm';
import { type Case, concreteCoder, environmentOf, installation } from '../support/law';
import { differences, interpret, parseObjects } from '../support/manifests';
import { count, helmsAt, seedAt } from '../support/share';
import { withValue } from '../support/values';

const CODER = coderChart();
const PATHS = leavesOf(CODER.values).map(({ path }) => path);

/** An installation of Coder, and which of its values the derived chart leaves open. */
interface Split {
  readonly one: Case;
  readonly open: readonly string[];
}

/** From one value that is left to all but one. */
function splits(drawn: { readonly few: number; readonly many: number }, place: number): readonly Split[] {
  const paths = PATHS.map((path) => path.join('.'));
  const open = fc.subarray(paths, { minLength: 1, maxLength: paths.length - 1 });
  const split = fc.record({ one: installation(CODER.values, 0.5), open });
  return fc.sample(split, { seed: seedAt(place), numRuns: count(drawn) });
}

/** The given values of some paths. */
function part({ values }: Case, isPart: (path: string) => boolean): Readonly<Record<string, Json>> {
  return PATHS.filter((path) => isPart(path.join('.')) && at(values, path) !== undefined).reduce(
    (all, path) => withValue(all, path, at(values, path) as Json),
    {},
  );
}

function derived({ one, open }: Split): { readonly chart: ReturnType<typeof deriveChart>; readonly left: Case } {
  const isOpen = (path: string): boolean => open.includes(path);
  const chart = deriveChart(CODER, {
    metadata: CODER.metadata,
    fixed: part(one, (path) => !isOpen(path)),
    open,
  });
  return { chart: { ...chart, isProven: true }, left: { ...one, values: part(one, isOpen) } };
}

describe('a chart some of whose values are fixed makes what the whole chart makes of all values', () => {
  test('in the model, for values drawn and split at random', () => {
    for (const split of splits({ few: 8, many: 300 }, 60)) {
      const { chart, left } = derived(split);
      const made = interpret(symbolicObjects(chart), environmentOf(chart.values, left));
      expect(differences(concreteCoder(split.one), made)).toEqual([]);
    }
  });

  test('with Helm', async () => {
    for (const split of splits({ few: 2, many: 40 }, 61)) {
      const { chart, left } = derived(split);
      const folder = writeChart(renderHelmChart(chart));
      for (const major of helmsAt(0)) {
        const { stdout, stderr } = await helmTemplate(major, folder, left);
        expect(stderr).toBe('');
        expect(differences(concreteCoder(split.one), parseObjects(stdout))).toEqual([]);
      }
    }
  });
});
