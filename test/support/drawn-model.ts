import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type CapturedObject, capture } from '../../src/engine/border';
import { symbolicObjects } from '../../src/engine/helm';
import { requireSound } from '../../src/engine/proof';
import { type ValuesFile, concreteHandles } from '../../src/engine/values';
import { DRAWN_VALUES, Draw, type DrawnValues, type Honesty } from './drawn-use';
import type { Use } from './drawn-workloads';
import type { Kplus } from './foreign';

/** A model that uses a library as a tape says. */
export interface DrawnModel {
  readonly values: typeof DRAWN_VALUES;
  readonly build: (chart: Chart, values: DrawnValues) => void;
}

/** The model of a tape, under an id of its own. */
export function drawnModel(
  { use, kplus, honesty }: { readonly use: Use; readonly kplus: Kplus; readonly honesty: Honesty },
  numbers: readonly number[],
  id = 'Use',
): DrawnModel {
  const build = (chart: Chart, values: DrawnValues): void => {
    use(new Construct(chart, id), kplus, new Draw(numbers, values, honesty));
  };
  return { values: DRAWN_VALUES, build };
}

/** The objects of the chart of a model, or why there is none. */
export function chartOrRefusal(model: DrawnModel): readonly CapturedObject[] | Error {
  try {
    const objects = symbolicObjects(model);
    requireSound(model, objects);
    return objects;
  } catch (error) {
    return error as Error;
  }
}

/** Plain synthesis of a model; nothing where a construct refuses the values. */
export function plainOf(
  { build }: DrawnModel,
  given: ValuesFile,
  place: { readonly releaseName: string; readonly namespace: string },
): readonly CapturedObject[] | undefined {
  try {
    return capture((chart) => {
      build(chart, concreteHandles(DRAWN_VALUES, given));
    }, place);
  } catch {
    return undefined;
  }
}
