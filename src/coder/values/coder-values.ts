import { withRules } from '../../engine/values';
import { type CoderdVersion, DEFAULT_VERSION } from '../versions';
import { type CoderValues, declare } from './declaration';
import { coderRules } from './rules';

const declared = new WeakMap<CoderdVersion, CoderValues>();

/** Every value of the model for a version of coderd: what `helm install --set` and the props of `Coder` may say. */
export function coderValues(version: CoderdVersion): CoderValues {
  const values = declared.get(version) ?? withRules(declare(version), (handles) => coderRules(handles, version));
  declared.set(version, values);
  return values;
}

/** The values for the version that is deployed unless another one is asked for. */
export const CODER_VALUES: CoderValues = coderValues(DEFAULT_VERSION);
