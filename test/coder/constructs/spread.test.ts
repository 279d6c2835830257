import { coder, dig, only, podTemplate } from '../../docs/coder';

type Values = Parameters<typeof coder>[0];

const ZONE = { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' };

function constraintsOf(given: readonly object[], more: Values = {}) {
  const values = { ...more, coderd: { topologySpreadConstraints: given } } as unknown as Values;
  const template = podTemplate(coder(values));
  return {
    constraints: dig(template, 'spec', 'topologySpreadConstraints'),
    labels: dig(template, 'metadata', 'labels'),
    selector: dig(only(coder(values), 'Deployment'), 'spec', 'selector'),
  };
}

describe('the pods are spread', () => {
  test('by a constraint without a selector among those of the release, of which Kubernetes would make none', () => {
    const { constraints, labels, selector } = constraintsOf([ZONE]);
    expect(constraints).toEqual([{ ...ZONE, labelSelector: selector }]);
    expect(labels).toMatchObject(dig(selector, 'matchLabels') as object);
  });

  test('by the selector of a constraint that has one, and that one alone', () => {
    const own = { ...ZONE, labelSelector: { matchLabels: { app: 'other' } }, minDomains: 2 };
    expect(constraintsOf([own]).constraints).toEqual([own]);
    expect(constraintsOf([own, { ...ZONE, topologyKey: 'host' }]).constraints).toHaveLength(2);
  });

  test('in no way where nothing is said', () => {
    expect(constraintsOf([]).constraints).toBeUndefined();
  });
});
