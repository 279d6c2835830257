import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { type DeclaredValue, type Section, ValuesError, checkValues, isMap, leavesOf } from '../../src/engine/values';
import { chartWith, output } from '../support/bad-helm';
import { modelOf } from '../support/bad-slots';
import { inGroups, put } from '../support/bad-spots';
import { type HelmMajor, inParallel } from '../support/helm';
import { canonical, differences, parseObjects } from '../support/manifests';
import { repaired } from '../support/repaired';
import { IS_WHOLE, share, helmsAt } from '../support/share';

const HELMS = helmsAt(0);

const CHART = chartWith();
/** A declaration of one value. */
function alone({ leaf }: DeclaredValue): Section {
  return { kind: 'section', description: '', children: { value: leaf } };
}

function isAllowed(declared: DeclaredValue, value: Json): boolean {
  try {
    checkValues(alone(declared), { value });
    return true;
  } catch (error) {
    if (error instanceof ValuesError) return false;
    throw error;
  }
}

/** Values that a careless template takes for "not given", where the default is another. */
const FALSY = leavesOf(CODER_VALUES).flatMap((declared) =>
  [false, 0, '', [], {}]
    .filter((value) => JSON.stringify(value) !== JSON.stringify(declared.leaf.default) && !isMap(value))
    .filter((value) => isAllowed(declared, value))
    .map((value) => ({ name: `${declared.path.join('.')} = ${JSON.stringify(value)}`, path: declared.path, value })),
);

/** Each value alone, or by default those together that switch nothing off and break no rule, and some of the others alone. */
function falsyRuns(turn: number): readonly (readonly Falsy[])[] {
  if (IS_WHOLE) return FALSY.map((one) => [one]);
  const switches = FALSY.filter(({ value, path }) => value === false || path.includes('maxUnavailable'));
  return [
    ...inGroups(FALSY.filter((one) => !switches.includes(one))),
    ...share(switches, 12, turn).map((one) => [one]),
  ];
}

type Falsy = (typeof FALSY)[number];

/** With objects that are not there by default. */
const SWITCHED_ON: Json = {
  podDisruptionBudget: { enabled: true },
  autoscaling: { enabled: true },
  evaluationDatabase: { enabled: true, passwordSecret: { name: 'a' } },
};

/** How the output differs from the model's. */
async function losses(major: HelmMajor, some: readonly Falsy[]): Promise<readonly string[]> {
  const given = some.reduce<Json>((rest, { path, value }) => put(rest, path, value), {});
  const values = repaired(CODER_VALUES, given as Readonly<Record<string, Json>>);
  const lines = differences(modelOf(values), parseObjects(await output(major, CHART, { values })));
  return lines.map((line) => `${major}: ${some.map(({ name }) => name).join(', ')}: ${line}`);
}

describe('the value of the user, and not the default, comes out for each false, 0, "" and []', () => {
  test('in the model, where each changes something', () => {
    expect(FALSY.length).toBeGreaterThan(20);
    const isIdle = ({ path, value }: Falsy, base: Json): boolean =>
      canonical(modelOf(put(base, path, value))) === canonical(modelOf(base));
    const idle = FALSY.filter((one) => [{}, SWITCHED_ON].every((base) => isIdle(one, base)));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  test.each(HELMS)('in %s, as in the model', async (major) => {
    const lost: string[] = [];
    await inParallel(falsyRuns(HELMS.indexOf(major)), async (some) => {
      lost.push(...(await losses(major, some)));
    });
    expect(lost).toEqual([]);
  });
});
