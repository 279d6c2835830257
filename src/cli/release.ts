import type { Placement } from '../engine/expr';
import type { ValuesFile } from '../engine/values';
import { readValuesFiles } from '../engine/values-file';
import { listOf, parse, textOf } from './arguments';

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
  const { values } = parse(args, {
    values: { type: 'string', short: 'f', multiple: true, default: [] },
    release: { type: 'string', default: names.release },
    namespace: { type: 'string', short: 'n', default: names.namespace },
    out: { type: 'string', short: 'o', default: out },
  });
  return {
    values: readValuesFiles(listOf(values['values'])),
    placement: { releaseName: textOf(values['release']), namespace: textOf(values['namespace']) },
    out: textOf(values['out']),
  };
}
