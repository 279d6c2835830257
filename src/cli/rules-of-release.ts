import { type Installation, installed } from '../engine/compiled';
import { type ValuesFile, checkValues, isMap } from '../engine/values';
import type { RuleFileGroup } from '../observability/mixin';
import { shippedModel } from './model';
import { sayingWhatMoved } from './moved-values';
import type { Release } from './release';

/** The rules of one release, as Prometheus reads them. */
export interface ReleaseRules {
  /** Those of the model. */
  readonly groups: readonly RuleFileGroup[];
  /** Those of the values. */
  readonly extraGroups: readonly RuleFileGroup[];
  /** Name of the object that has them where there is the Prometheus Operator. */
  readonly name: string;
}

interface PrometheusRule {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly groups: readonly RuleFileGroup[] };
}

/**
 * The rules of a release, also where they are no object of the cluster.
 *
 * @throws ValuesError when a value is refused.
 */
export function rulesOfRelease({ values, placement }: Omit<Release, 'out'>): ReleaseRules {
  const model = shippedModel();
  const { objects } = sayingWhatMoved(values, () => {
    // Before something in them is replaced.
    checkValues(model.values, values);
    return installed(model, withRules(values), placement);
  });
  const [own, extra] = objects.filter(isRules).map(({ tree }) => tree as PrometheusRule);
  return { groups: own?.spec.groups ?? [], extraGroups: extra?.spec.groups ?? [], name: own?.metadata.name ?? '' };
}

function isRules({ kind }: Installation['objects'][number]): boolean {
  return kind === 'PrometheusRule';
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
