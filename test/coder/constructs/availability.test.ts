import * as fc from 'fast-check';
import type { Json } from '../../../src/engine/expr';
import { coder, dig, listAt, only, podTemplate, selects } from '../../docs/coder';
import type { Objects } from '../../support/manifests';
import { PROPERTIES } from '../../support/share';

type Values = Parameters<typeof coder>[0];

const SCALED = { autoscaling: { enabled: true } };
const kindsOf = (objects: Objects): readonly string[] =>
  Object.keys(objects).filter((key) => /^(PodDisruptionBudget|HorizontalPodAutoscaler)\//.test(key));
const specOf = (kind: string, values: Values): Json | undefined => dig(only(coder(values), kind), 'spec');

/** How many pods Kubernetes lets go of so many; both kinds of percentages are rounded up. */
function disruptionsOf(spec: Json | undefined, pods: number): number {
  const scale = (bound: string | number): number =>
    typeof bound === 'number' ? bound : Math.ceil((pods * Number(bound.replace('%', ''))) / 100);
  const [most, least] = [dig(spec, 'maxUnavailable'), dig(spec, 'minAvailable')] as (string | number | undefined)[];
  return most === undefined ? pods - scale(least ?? 0) : scale(most);
}

function expressionsOf(objects: Objects, alert: string): readonly unknown[] {
  const rules = listAt(only(objects, 'PrometheusRule'), 'spec', 'groups').flatMap((group) => listAt(group, 'rules'));
  return rules.filter((rule) => dig(rule, 'alert') === alert).map((rule) => dig(rule, 'expr'));
}

describe('a PodDisruptionBudget', () => {
  const bounds = fc.oneof(
    fc.record({
      maxUnavailable: fc.oneof(
        fc.nat(9),
        fc.nat(100).map((percent) => `${String(percent)}%`),
      ),
    }),
    fc.record({ minAvailable: fc.integer({ min: 1, max: 9 }) }),
  );

  test('lets at least one pod go, or is refused', () => {
    let [made, refused] = [0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), bounds, fc.boolean(), (pods, given, isScaled) => {
        const values = {
          podDisruptionBudget: { enabled: true, ...given },
          ...(isScaled
            ? { autoscaling: { enabled: true, minReplicas: pods, maxReplicas: 9 } }
            : { coderd: { replicas: pods } }),
        };
        try {
          expect(disruptionsOf(specOf('PodDisruptionBudget', values), pods)).toBeGreaterThan(0);
          made += 1;
        } catch (error) {
          expect(String(error)).toContain('values.podDisruptionBudget.m');
          refused += 1;
        }
      }),
      { ...PROPERTIES, numRuns: 60 },
    );
    expect(Math.min(made, refused)).toBeGreaterThan(3);
  });

  test('is about the pods of coderd of its release alone, and says one bound', () => {
    for (const release of ['coder', 'team-a']) {
      const objects = coder({ podDisruptionBudget: { enabled: true } }, release);
      const [budget, other] = [only(objects, 'PodDisruptionBudget'), coder({}, 'other')];
      const selector = dig(budget, 'spec', 'selector', 'matchLabels');
      const labels = [objects, other].map((of) => dig(podTemplate(of), 'metadata', 'labels'));
      expect(labels.map((of) => selects(selector, of))).toEqual([true, false]);
      expect(Object.keys(dig(budget, 'spec') as object).sort()).toEqual([
        'maxUnavailable',
        'selector',
        'unhealthyPodEvictionPolicy',
      ]);
    }
    const least = specOf('PodDisruptionBudget', {
      podDisruptionBudget: { enabled: true, minAvailable: 1 },
      coderd: { replicas: 2 },
    });
    expect([dig(least, 'minAvailable'), dig(least, 'maxUnavailable')]).toEqual([1, undefined]);
  });
});

describe('an autoscaler', () => {
  const cpu = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } };

  test('decides on the pods alone: the Deployment says no number', () => {
    const objects = coder(SCALED);
    const deployment = only(objects, 'Deployment');
    expect(dig(deployment, 'spec', 'replicas')).toBeUndefined();
    expect(dig(only(objects, 'HorizontalPodAutoscaler'), 'spec')).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: dig(deployment, 'metadata', 'name') },
      ...{ minReplicas: 2, maxReplicas: 3, metrics: [cpu] },
    });
  });

  test('aims at what is asked for, CPU, memory or both', () => {
    const namesOf = (targets: object): readonly unknown[] =>
      listAt(specOf('HorizontalPodAutoscaler', { autoscaling: { enabled: true, ...targets } }), 'metrics').map(
        (metric) => dig(metric, 'resource', 'name'),
      );
    expect(namesOf({ targetMemoryUtilizationPercentage: 70 })).toEqual(['cpu', 'memory']);
    expect(namesOf({ targetCPUUtilizationPercentage: '', targetMemoryUtilizationPercentage: 70 })).toEqual(['memory']);
  });

  test('is known to the alert on missing pods, which expects its fewest, and to the budget of connections, which expects its most', () => {
    const alert = 'CoderdReplicasBelowDesired';
    expect(expressionsOf(coder({ autoscaling: { enabled: true, minReplicas: 5, maxReplicas: 7 } }), alert)).toEqual([
      expect.stringMatching(/ < 5$/),
    ]);
    expect(expressionsOf(coder({ coderd: { replicas: 4 } }), alert)).toEqual([expect.stringMatching(/ < 4$/)]);
    expect(expressionsOf(coder({ coderd: { replicas: '' } }), alert)).toEqual([]);
    const budget = { ...SCALED, database: { host: 'db', maxConnections: 89 } };
    expect(() => coder(budget)).toThrow('expected at least 90, for 3 pods (autoscaling.maxReplicas)');
  });
});

describe('neither', () => {
  test('is there by default, nor without coderd', () => {
    const both = { ...SCALED, podDisruptionBudget: { enabled: true } };
    expect(kindsOf(coder())).toEqual([]);
    expect(kindsOf(coder(both))).toEqual(['PodDisruptionBudget/coderd', 'HorizontalPodAutoscaler/coderd']);
    expect(kindsOf(coder({ ...both, coderd: { enabled: false } }))).toEqual([]);
  });
});
