import type { Placement } from '../engine/expr';
import type { ValuesFile } from '../engine/values';
import { readValuesFiles } from '../engine/values-file';
import { type Given, type Options, listOf, parse, textOf } from './arguments';

/** What a command line says of one release. */
export interface Release {
  /** Its values. */
  readonly values: ValuesFile;
  /** Its name and namespace. */
  readonly placement: Placement<string>;
  /** Directory to write. */
  readonly out: string;
}

/** Reads the command line of a command that writes what is made of one release. */
export function releaseOf(
  args: readonly string[],
  names: { readonly release: string; readonly namespace: string },
  out: string,
): Release {
  const { values } = parse(args, { ...RELEASE_OPTIONS, out: { type: 'string', short: 'o', default: out } });
  return { ...readRelease(values, names), out: textOf(values['out']) };
}

/** Options that say which release it is. */
export const RELEASE_OPTIONS = {
  values: { type: 'string', short: 'f', multiple: true, default: [] },
  release: { type: 'string' },
  namespace: { type: 'string', short: 'n' },
} satisfies Options;

/** The values and the place of a release, as its options say. */
export function readRelease(
  { values, release, namespace }: Given['values'],
  names: { readonly release: string; readonly namespace: string },
): Omit<Release, 'out'> {
  return {
    values: readValuesFiles(listOf(values)),
    placement: { releaseName: textOf(release ?? names.release), namespace: textOf(namespace ?? names.namespace) },
  };
}
