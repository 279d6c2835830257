import * as fc from 'fast-check';
import type { Chart } from 'cdk8s';
import { renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import { partialValues } from '../support/arbitraries';
import { type DrawnModel, chartOrRefusal, drawnModel, plainOf } from '../support/drawn-model';
import { OBJECTS } from '../support/drawn-objects';
import { DRAWN_VALUES, type DrawnValues, type Honesty, tape } from '../support/drawn-use';
import { WORKLOADS } from '../support/drawn-workloads';
import { KPLUS, type Kplus } from '../support/foreign';
import { inParallel, writeChart } from '../support/helm';
import { type Case, cases, disagreements, environmentOf } from '../support/law';
import { differences, interpret } from '../support/manifests';
import { PROPERTIES, count, helmsAt, seedAt, share } from '../support/share';

const USES = Object.entries({ ...WORKLOADS, ...OBJECTS });
const PAIRS = Object.entries(KPLUS).flatMap(([release, kplus], i) =>
  share(USES, 2, i).map(([name, use]) => [name, release, { use, kplus }] as const),
);
const PLACE = { releaseName: 'r', namespace: 'n' };
const drawnValues = fc.array(partialValues(DRAWN_VALUES, 0.7), { minLength: 4, maxLength: 4 });
const honesties = fc.constantFrom<Honesty>('passes on', 'computes');

const NAMES = new RegExp(`\\bvalues\\.(${Object.keys(DRAWN_VALUES.children).join('|')})\\b`);

/** How a chart differs from plain synthesis for values that its constructs take. */
function wrong(model: DrawnModel, chart: ReturnType<typeof symbolicObjects>, given: Case['values']): readonly string[] {
  const plain = plainOf(model, given, PLACE);
  if (plain === undefined) return [];
  const environment = environmentOf(DRAWN_VALUES, {
    release: PLACE.releaseName,
    namespace: PLACE.namespace,
    values: given,
  });
  return differences(interpret(plain, environment), interpret(chart, environment));
}

test.each(PAIRS)('%s of %s, given any values, is the same in both outputs, or a value is named', (_, __, library) => {
  const seen = { equal: 0, refused: 0 };
  fc.assert(
    fc.property(tape, honesties, drawnValues, (numbers, honesty, drawn) => {
      const model = drawnModel({ ...library, honesty }, numbers);
      fc.pre(plainOf(model, {}, PLACE) !== undefined);
      const chart = chartOrRefusal(model);
      if (chart instanceof Error) {
        seen.refused++;
        expect(chart.message).toMatch(NAMES);
        expect(chart.message).not.toMatch(/[\n\u{e000}-\u{f8ff}]|\bTypeError\b/u);
        return;
      }
      seen.equal++;
      for (const given of drawn) expect(wrong(model, chart, given)).toEqual([]);
    }),
    { ...PROPERTIES, numRuns: count({ few: 6, many: 60 }) },
  );
  expect(seen.equal).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThanOrEqual(count({ few: 0, many: 1 }));
});

/** One model of one accepted use of each API. */
function manyUses(kplus: Kplus): DrawnModel {
  const accepted = USES.flatMap(([name, use]) => {
    const models = fc
      .sample(tape, { seed: seedAt(31), numRuns: 20 })
      .map((numbers) => drawnModel({ use, kplus, honesty: 'passes on' }, numbers, name));
    return models.find((model) => !(chartOrRefusal(model) instanceof Error)) ?? [];
  });
  const build = (chart: Chart, values: DrawnValues): void => {
    for (const model of accepted) model.build(chart, values);
  };
  return { values: DRAWN_VALUES, build };
}

test.each(Object.entries(KPLUS))('Helm renders what plain synthesis makes of %s', async (_, kplus) => {
  const model = manyUses(kplus);
  const symbolic = symbolicObjects(model);
  expect(symbolic.length).toBeGreaterThan(USES.length);
  const chart = writeChart(
    renderHelmChart({ ...model, metadata: { name: 'drawn', version: '0.1.0', description: 'Drawn' } }),
  );
  const found: string[] = [];
  await inParallel(
    cases(DRAWN_VALUES, count({ few: 4, many: 12 }), { seed: seedAt(32), presence: 0.7 }),
    async (one, i) => {
      const interpreted = interpret(symbolic, environmentOf(DRAWN_VALUES, one));
      const plain = plainOf(model, one.values, { releaseName: one.release, namespace: one.namespace });
      const folded = plain === undefined ? interpreted : interpret(plain, environmentOf(DRAWN_VALUES, one));
      for (const major of helmsAt(i)) found.push(...(await disagreements(major, chart, one, { folded, interpreted })));
    },
  );
  expect(found.slice(0, 10)).toEqual([]);
});
