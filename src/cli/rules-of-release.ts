import { Coder } from '../coder/constructs';
import { coderValues } from '../coder/values';
import { renderManifests } from '../engine/synth';
import { type ValuesFile, checkValues, isMap } from '../engine/values';
import type { RuleFileGroup } from '../observability/mixin';
import { sayingWhatMoved } from './moved-values';
import type { Release } from './release';

/** The rules of one release, as Prometheus reads them. */
export interface ReleaseRules {
  /** Those of the version, and those of the values. */
  readonly groups: readonly RuleFileGroup[];
  /** Name of the object that has them where there is the Prometheus Operator. */
  readonly name: string;
}

/**
 * The rules of a release, also where they are no object of the cluster.
 *
 * @param clusterLabel label that tells clusters apart; empty for none
 * @throws ValuesError when a value is refused.
 */
export function rulesOfRelease({ values, placement }: Omit<Release, 'out'>, clusterLabel = ''): ReleaseRules {
  const found: ReleaseRules[] = [];
  sayingWhatMoved(values, () => {
    // Before something in them is replaced.
    checkValues(coderValues(), values);
    return renderManifests((chart) => {
      const coder = new Coder(chart, 'coder', { ...withRules(values), ...placement });
      found.push({ groups: coder.ruleFile({ clusterLabel }).groups, name: coder.rules?.name ?? '' });
    }, placement);
  });
  return found[0] ?? { groups: [], name: '' };
}

/** Whoever asks for rules wants them. */
function withRules(values: ValuesFile): ValuesFile {
  const metrics = part(values, 'metrics');
  return { ...values, metrics: { ...metrics, rules: { ...part(metrics, 'rules'), enabled: true } } };
}

function part(values: ValuesFile, key: string): ValuesFile {
  const found = values[key];
  return isMap(found) ? found : {};
}
