import * as fc from 'fast-check';
import { FORMATS } from '../../../src/engine/values';
import { coder, containers, dig, only, variable } from '../../docs/coder';

const TAG = fc.stringMatching(new RegExp(`^${FORMATS.imageTag.pattern}$`)).filter((tag) => tag.length <= 128);

describe('the tag of the image', () => {
  test('moves all that belongs to a release: the container, the image of envbox, the label of the version', () => {
    const objects = coder({ image: { tag: '1.36.9' } });
    const [container] = containers(objects);
    const envbox = variable(container, 'ENVBOX_IMAGE');
    expect(dig(container, 'image')).toBe('docker.io/coderenvs/coder-service:1.36.9');
    expect(dig(envbox, 'value')).toBe('docker.io/coderenvs/envbox:1.36.9');
    expect(dig(only(objects, 'Deployment'), 'metadata', 'labels', 'app.kubernetes.io/version')).toBe('1.36.9');
  });

  test('leaves a mirror with another layout its names: each image has a repository of its own', () => {
    const image = { registry: 'registry.example.com', repository: 'coder', envboxRepository: 'envbox', tag: '1.36.9' };
    const [container] = containers(coder({ image }));
    expect(dig(container, 'image')).toBe('registry.example.com/coder:1.36.9');
    expect(dig(variable(container, 'ENVBOX_IMAGE'), 'value')).toBe('registry.example.com/envbox:1.36.9');
  });

  test('is a label that Kubernetes takes, however long it is', () => {
    fc.assert(
      fc.property(TAG, (tag) => {
        const label = dig(
          only(coder({ image: { tag } }), 'Deployment'),
          'metadata',
          'labels',
          'app.kubernetes.io/version',
        );
        expect(label).toMatch(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/);
        if (tag.length <= 63) expect(label).toBe(tag);
      }),
      { numRuns: 20 },
    );
  });
});
