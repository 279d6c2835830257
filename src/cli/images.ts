import { at, isMap } from '../engine/values';
import { textAt } from './check-objects';
import { askedOf } from './model';
import type { Said } from './outcome';

/** An image, and what pulls it. */
interface Pulled {
  readonly image: string;
  readonly by: string;
}

const NOTE =
  'not among them: the images of workspaces, which people choose in Coder, and those that an operator chooses for an object of its own';

/** Lists the images that an installation pulls: those of its pods, and the one that coderd starts beside workspaces. */
export function images(args: readonly string[]): Said {
  const { objects, isJson } = askedOf(args);
  const pulled = objects.flatMap(({ kind, tree }) => {
    const place = `${kind} ${textAt(tree, ['metadata', 'name'])}`;
    return pulledIn(tree).map(({ image, by }) => ({ image, by: `${place}, ${by}` }));
  });
  const all = [...new Set(pulled.map(({ image }) => image))].sort();
  const told = all.map((image) => ({ image, by: pulled.filter((one) => one.image === image).map(({ by }) => by) }));
  const unknown = objects.flatMap(({ tree }) => (startsUnknown(tree) ? [UNKNOWN] : []));
  return { lines: isJson ? [JSON.stringify(told, undefined, 2)] : all, notes: [NOTE, ...unknown], isWhole: true };
}

/** The variable by which coderd knows the image that it starts. */
const STARTED = 'ENVBOX_IMAGE';
const UNKNOWN = `not among them: the image of ${STARTED}, which comes from a Secret or a ConfigMap`;

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

/** The images of all pods that an object says, wherever in it. */
function pulledIn(part: unknown): readonly Pulled[] {
  if (Array.isArray(part)) return part.flatMap(pulledIn);
  if (!isMap(part)) return [];
  return [
    ...CONTAINERS.flatMap((key) => itemsAt(part, key).flatMap(ofContainer)),
    ...itemsAt(part, 'volumes').flatMap((volume) =>
      named(at(volume, ['image', 'reference']), `volume ${nameOf(volume)}`),
    ),
    ...Object.values(part).flatMap(pulledIn),
  ];
}

function ofContainer(container: unknown): readonly Pulled[] {
  const name = nameOf(container);
  const started = variablesOf(container).flatMap((variable) => named(at(variable, ['value']), `started by ${name}`));
  return [...named(at(container, ['image']), `container ${name}`), ...started];
}

function variablesOf(container: unknown): readonly unknown[] {
  return itemsAt(container, 'env').filter((variable) => nameOf(variable) === STARTED);
}

/** Whether coderd is told the image by something whose content is not known here. */
function startsUnknown(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(startsUnknown);
  if (!isMap(part)) return false;
  const isUnknown = variablesOf(part).some((variable) => at(variable, ['valueFrom']) !== undefined);
  return isUnknown || Object.values(part).some(startsUnknown);
}

function named(image: unknown, by: string): readonly Pulled[] {
  return typeof image === 'string' && image !== '' ? [{ image, by }] : [];
}

function itemsAt(part: unknown, key: string): readonly unknown[] {
  const found = at(part, [key]);
  return Array.isArray(found) ? found : [];
}

function nameOf(part: unknown): string {
  return textAt(part, ['name']);
}
