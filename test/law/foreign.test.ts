import { capture } from '../../src/engine/border';
import { renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import type { Json } from '../../src/engine/expr';
import { concreteHandles, leavesOf } from '../../src/engine/values';
import { KPLUS, type Kplus } from '../support/foreign';
import { helm, inParallel, writeChart } from '../support/helm';
import { type Case, cases, disagreements, environmentOf } from '../support/law';
import { type Objects, byKey, canonical, interpret } from '../support/manifests';
import { count, helmsAt, seedAt, share } from '../support/share';
import { QUEUE_VALUES, buildQueue } from '../support/queue-values';
import { without } from '../support/values';

const METADATA = { name: 'queue', version: '0.1.0', description: 'A queue' };
const HELMS = ['helm3', 'helm4'] as const;
/** In `npm test` each is for one of the two. */
const CASES = cases(QUEUE_VALUES, count({ few: 12, many: 40 }), { seed: seedAt(7), presence: 0.6 });

function folded(kplus: Kplus, { release, namespace, values }: Case): Objects {
  const build = buildQueue(kplus);
  const placement = { releaseName: release, namespace };
  const objects = capture((chart) => {
    build(chart, concreteHandles(QUEUE_VALUES, values));
  }, placement);
  return byKey(objects.map(({ tree }) => tree as Json));
}

describe.each(Object.entries(KPLUS).map(([name, kplus], turn) => ({ name, kplus, turn })))(
  'constructs of another domain on $name, written without this library,',
  ({ kplus, turn }) => {
    const symbolic = symbolicObjects({ values: QUEUE_VALUES, build: buildQueue(kplus) });
    const files = renderHelmChart({ metadata: METADATA, values: QUEUE_VALUES, build: buildQueue(kplus) });

    test.each(HELMS)('mean the same as their parameterised chart under %s', async (major) => {
      const chart = writeChart(files);
      const found: string[] = [];
      await inParallel(share(CASES, 2, HELMS.indexOf(major)), async (one) => {
        const interpreted = interpret(symbolic, environmentOf(QUEUE_VALUES, one));
        found.push(...(await disagreements(major, chart, one, { folded: folded(kplus, one), interpreted })));
      });
      expect(found.slice(0, 10)).toEqual([]);
    });

    test('vary with each of their values', () => {
      const outputOf = (one: Case): string => canonical(interpret(symbolic, environmentOf(QUEUE_VALUES, one)));
      const silent = leavesOf(QUEUE_VALUES).filter(
        ({ path }) => !CASES.some((one) => outputOf(one) !== outputOf({ ...one, values: without(one.values, path) })),
      );
      expect(silent.map(({ path }) => path.join('.'))).toEqual([]);
    });

    test.each(helmsAt(turn))('pass helm lint --strict of %s', async (major) => {
      const { code, stdout } = await helm(major, ['lint', '--strict', writeChart(files)]);
      expect({ code, stdout }).toMatchObject({ code: 0 });
    });
  },
);
