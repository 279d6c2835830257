import type { Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { type CapturedObject, capture } from '../../src/engine/border';
import { compiledModel, installed, pack, unpack } from '../../src/engine/compiled';
import type { CompiledModel } from '../../src/engine/compiled';
import type { Json } from '../../src/engine/expr';
import { deriveChart, renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import { type Section, concreteHandles } from '../../src/engine/values';
import { buildAll, declaration, isAllowed } from '../support/drawn-sections';
import { type HelmMajor, firstFound, writeChart } from '../support/helm';
import { type Case, disagreements, environmentOf, installation } from '../support/law';
import { type Objects, byKey, differences, interpret, parseObjects } from '../support/manifests';
import { count, helmsAt, seedAt } from '../support/share';

const METADATA = { name: 'sections', version: '0.1.0', description: 'Sections' };

/** A declaration, and installations whose values it takes. */
interface Drawn {
  readonly values: Section;
  readonly cases: readonly Case[];
}

const CASES = count({ few: 4, many: 8 });

const drawn: fc.Arbitrary<Drawn> = declaration.chain((values) =>
  fc.record({
    values: fc.constant(values),
    cases: fc.array(
      installation(values, 0.8).filter((one) => isAllowed(values, one.values)),
      { minLength: CASES, maxLength: CASES },
    ),
  }),
);
const DRAWN = fc.sample(drawn, { seed: seedAt(63), numRuns: count({ few: 8, many: 40 }) });

function folded({ values }: Drawn, { release, namespace, values: given }: Case): Objects {
  const build = (chart: Chart): void => {
    buildAll(values)(chart, concreteHandles(values, given));
  };
  return byKey(capture(build, { releaseName: release, namespace }).map(({ tree }) => tree as Json));
}

/** What a model that was packed as data makes of a case. */
function fromData({ values }: Drawn, objects: readonly CapturedObject[], one: Case): Objects {
  const placement = { releaseName: one.release, namespace: one.namespace };
  const model = unpack(pack(compiledModel({ values, objects, placement, warnings: () => [] }))) as CompiledModel;
  const { files } = installed(model, one.values, placement);
  const texts = [...files].filter(([file]) => file !== 'kustomization.yaml').map(([, text]) => text);
  return parseObjects(texts.join('---\n'));
}

/** How the meanings of a declaration differ. */
async function disagreement(
  all: Drawn,
  major: HelmMajor,
  edit = (text: string): string => text,
): Promise<readonly string[]> {
  const model = { metadata: METADATA, values: all.values, build: buildAll(all.values), isProven: true };
  const symbolic = symbolicObjects(model);
  const chart = writeChart(new Map([...renderHelmChart(model)].map(([file, text]) => [file, edit(text)])));
  return firstFound(all.cases, async (one) => {
    const meanings = { folded: folded(all, one), interpreted: interpret(symbolic, environmentOf(all.values, one)) };
    const asData = differences(meanings.interpreted, fromData(all, symbolic, one));
    return [...asData, ...(await disagreements(major, chart, one, meanings))];
  });
}

/** How a chart in which either the list or the map is fixed, and the other can be set, differs from the whole. */
async function derivedUnlike(all: Drawn, major: HelmMajor, one: Case): Promise<readonly string[]> {
  const base = { metadata: METADATA, values: all.values, build: buildAll(all.values) };
  const keys = ['hosts', 'tenants'] as const;
  return firstFound(keys, async (key) => {
    const { [key]: open, ...fixed } = one.values;
    const smaller = deriveChart(base, { metadata: METADATA, fixed, open: [key] });
    const left = { ...one, values: open === undefined ? {} : { [key]: open } };
    const whole = folded(all, one);
    const interpreted = interpret(symbolicObjects(smaller), environmentOf(smaller.values, left));
    const chart = writeChart(renderHelmChart({ ...smaller, isProven: true }));
    return disagreements(major, chart, left, { folded: whole, interpreted });
  });
}

describe('lists and maps of sections, of any values and to any depth,', () => {
  test('mean the same folded, interpreted, as data and in Helm', async () => {
    for (const [turn, all] of DRAWN.entries())
      for (const major of helmsAt(turn)) expect((await disagreement(all, major)).slice(0, 5)).toEqual([]);
  });

  test('stay the same where a smaller chart fixes some of them', async () => {
    for (const [turn, all] of DRAWN.entries())
      for (const one of all.cases.slice(0, count({ few: 1, many: 3 })))
        for (const major of helmsAt(turn)) expect(await derivedUnlike(all, major, one)).toEqual([]);
  });

  test.each<readonly [fault: string, right: string, wrong: string]>([
    ['items keep what they lack', '{{- if $items }}', '{{- if not $items }}'],
    [
      'a null of an item stays',
      '{{- if eq $found "invalid" }}\n{{- $value = index',
      '{{- if not (hasKey $.values $key) }}\n{{- $value = index',
    ],
    ['a missing value is empty', '$value = index $kind 1', '$value = get $unset (first $kind)'],
    ['entries that are null stay', 'include "sections.cdk8s.dropNulls" $value }}', '$value }}'],
  ])('and it shows where %s', async (_, right, wrong) => {
    const edit = (text: string): string => text.replace(right, wrong);
    const found = await firstFound(DRAWN, (all) => disagreement(all, 'helm3', edit));
    expect(found).not.toEqual([]);
  });
});
