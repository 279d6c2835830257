import { CODERD_1_36 } from '../versions';
import { imageParts } from './image';
import type { Move } from './move';
import { dropped, left, moved } from './outcome';
import { isTrue } from './old-values';

const { registry, envboxRepository } = CODERD_1_36.image;

/** The envbox of Coder's chart, whatever the image of coderd is. */
const ENVBOX = `${registry}/${envboxRepository}:${CODERD_1_36.version}`;

/** The reference in its parts. Here, envbox comes from the same registry, unless it is said. */
export const imageMove: Move = {
  from: 'coderd.image',
  to: ['image.registry', 'image.repository', 'image.tag', 'image.digest', 'envbox.image'],
  convert: (value, old) => {
    if (!isTrue(value)) return dropped('it is empty: the image is that of this chart');
    if (typeof value !== 'string') return left(`expected a text, got ${JSON.stringify(value)}`);
    const parts = Object.entries(imageParts(value)).filter(([, part]) => part !== '');
    const envbox = isTrue(old.get('envbox.image')) ? [] : [{ path: ['envbox', 'image'], value: ENVBOX }];
    return moved([...parts.map(([key, part]) => ({ path: ['image', key], value: part as unknown })), ...envbox]);
  },
};
