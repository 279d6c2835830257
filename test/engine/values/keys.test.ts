import { bool, checkValues, section } from '../../../src/engine/values';

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
});
