import type { Chart } from 'cdk8s';
import { type CapturedObject, type Model, capture } from '../border';
import { type Environment, HELM_PLACEMENT, type Json, shown } from '../expr';
import { type Children, type ValuesFile, concreteHandles, fillDefaults } from '../values';
import { requireApart } from './apart';
import { RELEASE, computes } from './culprit';
import { type Difference, type Installed, fieldAt, firstDifference, installedOf } from './differences';
import { type Choice, type Sampled, roundsOf, sampled, valuesOf } from './rounds';
import { firstOf } from './search';

const BUILTINS = { releaseName: 'sample-release', namespace: 'sample-namespace' };

/**
 * Refuses a model some of whose constructs compute with a value instead of passing it on. It is built again with known values of every sort,
 * as plain synthesis does it, and must give what the chart gives for these values.
 *
 * @param symbolic its objects with values that only Helm knows
 * @throws Error of one line that names the value, the object and the field.
 */
export function requireSound<C extends Children>(model: Model<C>, symbolic: readonly CapturedObject[]): void {
  const values = sampled(model.values);
  const environments: Environment[] = [];
  for (const choice of roundsOf(values)) {
    const given = valuesOf(model.values, values, choice);
    const plain = given === undefined ? undefined : plainly(model, given);
    if (given === undefined || plain === undefined) continue;
    const environment = environmentOf(model, given);
    environments.push(environment);
    const found = firstDifference(installedOf(symbolic, environment), plain);
    if (found !== undefined) throw refusal(found, culprit(model, values, choice, found));
  }
  if (environments.length === 0)
    throw new Error('build: expected constructs that take some known values, got an error for all that were tried');
  requireApart(symbolic, environments);
}

function environmentOf<C extends Children>({ values }: Model<C>, given: ValuesFile): Environment {
  return { values: fillDefaults(values, given), builtins: BUILTINS };
}

/** What plain synthesis makes of values; `undefined` where a construct refuses them, as it would a user's. */
function plainly<C extends Children>(model: Model<C>, given: ValuesFile): Installed | undefined {
  try {
    const build = (chart: Chart): void => {
      model.build(chart, concreteHandles(model.values, given), HELM_PLACEMENT);
    };
    // The name and namespace of the release stay unknown: their markers are spelled otherwise, so what is computed of them differs too.
    return installedOf(
      capture(build, HELM_PLACEMENT, { spelling: 'other', hasHooks: true }),
      environmentOf(model, given),
    );
  } catch {
    return undefined;
  }
}

/**
 * A value on which a field depends in plain synthesis: the first of those that change it on the way to a round in which it is another. None
 * where it is the same in all rounds.
 */
function culprit<C extends Children>(
  model: Model<C>,
  values: readonly Sampled[],
  choice: Choice,
  { object, field: differing, plain }: Difference,
): Sampled | undefined {
  const field = plain === undefined ? differing.slice(0, -1) : differing;
  const fieldIn = (chosen: Choice): string | undefined => {
    const given = valuesOf(model.values, values, chosen);
    const installed = given === undefined ? undefined : plainly(model, given);
    if (installed === undefined) return undefined;
    // The name of an object that only one of the two has may be made of a value.
    return JSON.stringify([fieldAt(installed.get(object), field), differing.length === 0 ? [...installed.keys()] : []]);
  };
  const before = fieldIn(choice);
  const other = roundsOf(values).find((round) => differs(before, fieldIn(round)));
  if (other === undefined) return undefined;
  const upTo = (end: number): Choice => choice.map((sample, i) => (i < end ? (other[i] ?? 0) : sample));
  return values[firstOf(values.length, (end) => differs(before, fieldIn(upTo(end)))) - 1];
}

function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function refusal({ object, field, chart, plain }: Difference, value: Sampled | undefined): Error {
  const what = value === undefined ? RELEASE : `values.${value.path.join('.')}`;
  const where = [object, ...(field.length === 0 ? [] : [field.join('.')])].join(', ');
  const start = sharedStart(chart, plain);
  const both = `${shownFrom(start, chart)} in the chart and ${shownFrom(start, plain)} in plain synthesis`;
  return new Error(computes(what, `${where} is ${both}`));
}

function shownFrom(start: number, json: Json | undefined): string {
  if (json === undefined) return 'absent';
  return typeof json === 'string' && start > 0 ? shown(`...${json.slice(start)}`) : shown(json);
}

/** A message has no room for more of what two texts have in common. */
const SHARED = 20;

/** Where to begin to show two texts, so that the difference is among what is shown. */
function sharedStart(one: Json | undefined, other: Json | undefined): number {
  if (typeof one !== 'string' || typeof other !== 'string') return 0;
  const differing = Array.from({ length: one.length }, (_, i) => i).find((i) => one[i] !== other[i]) ?? one.length;
  return Math.max(0, differing - SHARED);
}
