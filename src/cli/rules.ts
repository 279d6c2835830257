import { DEFAULT_VERSION } from '../coder/versions';
import { printYaml } from '../engine/output';
import { UsageError, parse, textOf } from './arguments';
import { clusterLabelOf } from './cluster-label';
import { RELEASE_OPTIONS, readRelease } from './release';
import { rulesOfRelease } from './rules-of-release';

/** Prints the rules of one release as a file for a Prometheus, or for what reads its rules. */
export function rules(args: readonly string[]): readonly string[] {
  const { values: options } = parse(args, {
    ...RELEASE_OPTIONS,
    for: { type: 'string', default: 'prometheus' },
    'cluster-label': { type: 'string' },
  });
  const reader = textOf(options['for']);
  const print = Object.hasOwn(READERS, reader) ? READERS[reader as Reader] : undefined;
  if (print === undefined)
    throw new UsageError(`--for: expected ${Object.keys(READERS).join(' or ')}, got ${JSON.stringify(reader)}`);
  const label = options['cluster-label'];
  const found = rulesOfRelease(
    readRelease(options, DEFAULT_VERSION.names),
    label === undefined ? '' : clusterLabelOf(label),
  );
  return [printYaml(print(found)).trimEnd()];
}

type Rules = ReturnType<typeof rulesOfRelease>;
type Reader = keyof typeof READERS;

/** What each reads. A namespace of Mimir is a file of rules. */
const READERS = {
  prometheus: ({ groups }: Rules): object => ({ groups }),
  mimir: ({ groups, name }: Rules): object => ({ namespace: name, groups }),
};
