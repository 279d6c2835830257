import { bool, checkValues, section } from '../../../src/engine/values';
import { problemsOf } from './witness';

const VALUES = section('Values.', {
  replicas: bool({ description: 'A switch.', default: true }),
  resources: bool({ description: 'A switch.', default: true }),
  podLabels: bool({ description: 'A switch.', default: true }),
});

function messageOf(key: string): string {
  try {
    checkValues(VALUES, { [key]: true });
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a key that does not exist', () => {
  test.each([
    ['repliicas', 'replicas'],
    ['replica', 'replicas'],
    ['rplicas', 'replicas'],
    ['replikas', 'replicas'],
    ['repilcas', 'replicas'],
    ['repliccass', 'replicas'],
    ['plicas', 'replicas'],
    ['Ressources', 'resources'],
    ['podlabels', 'podLabels'],
    ['poslabel', 'podLabels'],
  ])('%s, at most two letters from %s, is taken for it', (key, meant) => {
    expect(messageOf(key)).toBe(
      `values.${key}: expected one of the keys replicas, resources, podLabels, got an unknown key; did you mean ${meant}?`,
    );
  });

  test.each(['licas', 'replicator', 'labels', 'x', ''])('%p, three letters from any, is taken for none', (key) => {
    expect(messageOf(key)).toMatch(/got an unknown key$/);
  });

  test('near several is taken for any of them', () => {
    const flag = bool({ description: 'A switch.', default: true });
    expect(problemsOf(section('Ports.', { http: flag, https: flag, metrics: flag }), { htps: true })).toEqual([
      'values.htps: expected one of the keys http, https, metrics, got an unknown key; did you mean http or https?',
    ]);
  });
});
