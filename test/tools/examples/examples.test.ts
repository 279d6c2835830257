import * as fs from 'node:fs';
import * as path from 'node:path';
import { examples, examplesFolder, isNewer, valuesFiles, valuesOf } from '../../../tools/examples';

describe('the examples', () => {
  test('are all values files below examples/, but for what others are laid over', () => {
    const found = fs
      .readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'));
    expect([...valuesFiles].sort()).toEqual(found.sort());
    const bases = valuesFiles.filter((file) => !examples.some(({ name }) => name === file));
    expect(bases).toEqual(['gitops/base.yaml']);
  });

  test('of a folder are laid over its base', () => {
    const argumentsOf = (name: string) => examples.filter((one) => one.name === name).map(valuesOf)[0];
    const at = (name: string): string => path.join(examplesFolder, name);
    expect(argumentsOf('gitops/staging.yaml')).toEqual([
      '--values',
      at('gitops/base.yaml'),
      '--values',
      at('gitops/staging.yaml'),
    ]);
    expect(argumentsOf('minimal.yaml')).toEqual(['--values', at('minimal.yaml')]);
  });
});

describe('what the oldest Kubernetes does not know', () => {
  const object = (apiVersion: string, kind: string, spec?: object) => ({
    apiVersion,
    kind,
    object: spec === undefined ? {} : { spec },
  });

  test('is a kind, or an object with a field, before the version that has it', () => {
    const budget = object('policy/v1', 'PodDisruptionBudget');
    expect([isNewer(budget, '1.20.15'), isNewer(budget, '1.21.0')]).toEqual([true, false]);
    const service = object('v1', 'Service', { loadBalancerClass: 'a' });
    expect([isNewer(service, '1.19.16'), isNewer(service, '1.28.15')]).toEqual([true, false]);
    for (const known of [object('v1', 'Service', {}), object('v1', 'Service'), object('apps/v1', 'Deployment')])
      expect(isNewer(known, '1.19.16')).toBe(false);
  });
});
