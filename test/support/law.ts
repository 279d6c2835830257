import * as fc from 'fast-check';
import { type CapturedObject, capture } from '../../src/engine/border';
import { CODER_VALUES } from './coder-values';
import { coderChart } from '../../src/coder/chart';
import { Coder, type CoderProps } from '../../src/coder/constructs';
import type { Environment, Json } from '../../src/engine/expr';
import { symbolicObjects } from '../../src/engine/helm';
import { type Section, fillDefaults } from '../../src/engine/values';
import { partialValues, releaseName } from './arbitraries';
import { repaired } from './repaired';
import { type HelmMajor, helmTemplate } from './helm';
import { type Objects, byKey, differences, interpret, parseObjects } from './manifests';

/** One installation: who, where, and which values. */
export interface Case {
  readonly release: string;
  readonly namespace: string;
  readonly values: Readonly<Record<string, Json>>;
}

/** How many installations of Coder are drawn for each Helm beside those in which each value shows: in `npm test`, and in all. */
export const INSTALLATIONS = { helm3: { few: 8, many: 450 }, helm4: { few: 4, many: 250 } } as const;

/** An installation of a chart with the given values, odd ones above all; each is given with the probability `presence`. */
export function installation(values: Section, presence: number): fc.Arbitrary<Case> {
  return fc.record({
    release: releaseName,
    namespace: releaseName,
    values: partialValues(values, presence).map((drawn) => repaired(values, drawn)),
  });
}

/** Installations, the same for the same seed. */
export function cases(
  values: Section,
  count: number,
  { seed, presence }: { readonly seed: number; readonly presence: number },
): readonly Case[] {
  return count === 0 ? [] : fc.sample(installation(values, presence), { seed, numRuns: count });
}

/** What an expression may refer to in a case. */
export function environmentOf(section: Section, { release, namespace, values }: Case): Environment {
  return { values: fillDefaults(section, values), builtins: { releaseName: release, namespace } };
}

/** Coder with values that only Helm knows. */
export function symbolicCoder(): readonly CapturedObject[] {
  return symbolicObjects(coderChart());
}

/** Coder with the values of a case, as a cdk8s user builds it. */
export function concreteCoder({ release, namespace, values }: Case): Objects {
  const props = { ...values, releaseName: release, namespace } as CoderProps;
  const objects = capture(
    (chart) => {
      new Coder(chart, 'coder', props);
    },
    { releaseName: release, namespace },
  );
  return byKey(objects.map(({ tree }) => tree as Json));
}

/** What the real Helm makes of a case. */
async function rendered(major: HelmMajor, chart: string, { release, namespace, values }: Case): Promise<Objects> {
  const { code, stdout, stderr } = await helmTemplate(major, chart, { release, namespace, values });
  if (code !== 0) throw new Error(`helm template failed: ${stderr}`);
  return parseObjects(stdout);
}

/** How the three meanings differ in a case; empty when they agree. */
export async function disagreements(
  major: HelmMajor,
  chart: string,
  one: Case,
  meanings: { readonly folded: Objects; readonly interpreted: Objects },
): Promise<readonly string[]> {
  const { folded, interpreted } = meanings;
  const inner = differences(folded, interpreted).map((line) => `folded, interpreted: ${line}`);
  if (inner.length > 0) return inner;
  try {
    return differences(interpreted, await rendered(major, chart, one)).map((line) => `interpreted, ${major}: ${line}`);
  } catch (error) {
    return [`${major}: ${(error as Error).message}`];
  }
}

/** The three meanings of Coder in a case. */
export function coderMeanings(
  symbolic: readonly CapturedObject[],
  one: Case,
): { readonly folded: Objects; readonly interpreted: Objects } {
  return { folded: concreteCoder(one), interpreted: interpret(symbolic, environmentOf(CODER_VALUES, one)) };
}
