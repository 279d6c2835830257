import { CODER_VALUES } from '../../src/coder/values';
import { type Json } from '../../src/engine/expr';
import { at, isMap } from '../../src/engine/values';
import { interpreted } from './bad-model';
import { cases } from './law';
import { type Objects } from './manifests';

/** The structure of some objects: every key with the keys above it, whatever is there; names of objects do not count. */
export function shapeOf(objects: Objects): readonly string[] {
  const paths = Object.values(objects).flatMap((object) => keysOf(object, JSON.stringify(at(object, ['kind']))));
  return [...new Set(paths)].sort();
}

function keysOf(value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => keysOf(item, path));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => [`${path}.${key}`, ...keysOf(child, `${path}.${key}`)]);
}

/** Every key that the model can make, found by many installations. */
export const KNOWN: ReadonlySet<string> = new Set(
  cases(CODER_VALUES, 120, { seed: 5, presence: 0.7 }).flatMap((one) => shapeOf(interpreted(one))),
);
