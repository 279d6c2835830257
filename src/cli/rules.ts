import { DEFAULT_VERSION } from '../coder/versions';
import { printYaml } from '../engine/output';
import { UsageError, parse, textOf } from './arguments';
import { clusterLabelOf } from './cluster-label';
import { type GrafanaRules, grafanaRules } from './grafana-rules';
import { RELEASE_OPTIONS, readRelease } from './release';
import { rulesOfRelease } from './rules-of-release';

/** Prints the rules of one release as a file for a Prometheus, or for what reads its rules. */
export function rules(args: readonly string[]): readonly string[] {
  const { values: options } = parse(args, {
    ...RELEASE_OPTIONS,
    for: { type: 'string', default: 'prometheus' },
    datasource: { type: 'string', default: 'prometheus' },
    'cluster-label': { type: 'string' },
  });
  const reader = textOf(options['for']);
  const print = Object.hasOwn(READERS, reader) ? READERS[reader as Reader] : undefined;
  if (print === undefined)
    throw new UsageError(`--for: expected ${Object.keys(READERS).join(', ')}, got ${JSON.stringify(reader)}`);
  const label = options['cluster-label'];
  const release = readRelease(options, DEFAULT_VERSION.names);
  const found = rulesOfRelease(release, label === undefined ? '' : clusterLabelOf(label));
  const { releaseName, namespace } = release.placement;
  const installation = `${namespace}, ${releaseName}`;
  return [printYaml(print({ ...found, installation, datasource: textOf(options['datasource']) })).trimEnd()];
}

/** What files are made of. */
interface Rules extends GrafanaRules {
  readonly name: string;
}

type Reader = keyof typeof READERS;

/** What each reads. A namespace of Mimir is a file of rules. */
const READERS = {
  prometheus: ({ groups }: Rules): object => ({ groups }),
  mimir: ({ groups, name }: Rules): object => ({ namespace: name, groups }),
  grafana: grafanaRules,
};
