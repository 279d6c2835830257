import * as fs from 'node:fs';
import * as path from 'node:path';
import { type CompiledModel, type Installation, installed, unpack } from '../engine/compiled';
import { parse } from './arguments';
import { sayingWhatMoved } from './moved-values';
import { RELEASE_OPTIONS, readRelease } from './release';

/** The same file from the sources and from the package. */
const MODEL = path.join(__dirname, '..', '..', 'lib', 'model.json');

/** The model that the build compiled. */
export function shippedModel(): CompiledModel {
  return unpack(fs.readFileSync(MODEL, 'utf8')) as CompiledModel;
}

/** What a command line without more options asks about: the objects of one release. */
export interface Asked {
  /** Its objects. */
  readonly objects: Installation['objects'];
  /** Its namespace. */
  readonly namespace: string;
  /** Whether the answer is to be JSON. */
  readonly isJson: boolean;
}

/** Reads the command line of a command that tells something of the objects of one release. */
export function askedOf(args: readonly string[]): Asked {
  const { values: options } = parse(args, { ...RELEASE_OPTIONS, json: { type: 'boolean', default: false } });
  const model = shippedModel();
  const { releaseName: release, namespace } = model.placement;
  const { values, placement } = readRelease(options, { release, namespace });
  const { objects } = sayingWhatMoved(values, () => installed(model, values, placement));
  return { objects, namespace: placement.namespace, isJson: options['json'] === true };
}
