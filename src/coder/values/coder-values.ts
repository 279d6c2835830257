import { withRules } from '../../engine/values';
import { type CoderdVersion, DEFAULT_VERSION } from '../versions';
import { type CoderValues, declare } from './declaration';
import { coderRules } from './rules';

const declared = new WeakMap<CoderdVersion, CoderValues>();

/**
 * Every value of the model for a version of coderd: what `helm install --set` and the props of `Coder` may say.
 *
 * @param version coderd 1.36 if it is not given
 */
export function coderValues(version: CoderdVersion = DEFAULT_VERSION): CoderValues {
  const values = declared.get(version) ?? withRules(declare(version), (handles) => coderRules(handles, version));
  declared.set(version, values);
  return values;
}
