import { ApiObject, type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { when } from '../../../src/engine/border';
import { ref } from '../../../src/engine/expr';
import { renderManifests } from '../../../src/engine/synth';

const PLACE = { releaseName: 'r', namespace: 'ns' };

function thing(scope: Construct, id: string, name: string, kind = 'ConfigMap'): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind, metadata: { name }, data: { of: id } });
}

function rendered(build: (chart: Chart) => void): Readonly<Record<string, string>> {
  return Object.fromEntries(renderManifests(build, PLACE));
}

describe('the manifests of a model', () => {
  test('are one file an object, called after its kind and name, and a list of them', () => {
    expect(rendered((chart) => void thing(chart, 'A', 'a.b'))).toEqual({
      'ConfigMap.a.b.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a.b\n  namespace: ns\ndata:\n  of: A\n',
      'kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - ConfigMap.a.b.yaml\n',
    });
  });

  test('that are in another namespace are called after it too', () => {
    const files = rendered((chart) => {
      for (const namespace of ['ns', 'b', 'c.ns'])
        new ApiObject(chart, namespace, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a', namespace } });
      thing(chart, 'A', 'a', 'Namespace');
    });
    const names = ['Secret.a.yaml', 'Secret.a@b.yaml', 'Secret.a@c.ns.yaml', 'Namespace.a.yaml'];
    expect(Object.keys(files).sort()).toEqual([...names, 'kustomization.yaml'].sort());
  });

  test('are listed in the order in which they are to be applied', () => {
    const files = rendered((chart) => {
      const last = thing(chart, 'A', 'a');
      last.addDependency(thing(chart, 'B', 'b', 'Secret'));
    });
    expect(Object.keys(files)).toEqual(['Secret.b.yaml', 'ConfigMap.a.yaml', 'kustomization.yaml']);
    expect(files['kustomization.yaml']).toMatch(/resources:\n {2}- Secret.b.yaml\n {2}- ConfigMap.a.yaml\n$/);
  });

  test('are those whose condition holds', () => {
    const files = rendered((chart) => {
      when(chart, 'yes', true, (scope) => void thing(scope, 'A', 'a'));
      when(chart, 'no', false, (scope) => void thing(scope, 'B', 'b'));
    });
    expect(Object.keys(files)).toEqual(['ConfigMap.a.yaml', 'kustomization.yaml']);
  });

  test('are refused where only Helm knows whether one of them exists', () => {
    const open = (chart: Chart): void => {
      when(chart, 'maybe', ref<boolean>(['on'], 'boolean'), (scope) => void thing(scope, 'A', 'a'));
    };
    expect(() => rendered(open)).toThrow(
      'only Helm knows whether maybe/A exists: generate a Helm chart, or give `when` or `forEach` a concrete value',
    );
  });

  test('are refused where one would take the place of another', () => {
    const twice = (chart: Chart): void => {
      thing(chart, 'A', 'a');
      thing(new Construct(chart, 'inner'), 'B', 'a');
    };
    expect(() => rendered(twice)).toThrow(
      'two objects would be written to ConfigMap.a.yaml: give one of them another name',
    );
  });
});
