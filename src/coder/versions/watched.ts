import type { Mixin } from '../../observability/mixin';
import type { CoderdVersion } from './version';

const made = new WeakMap<CoderdVersion, WeakMap<object, CoderdVersion>>();

/** A version with other rules, alerts and dashboards: the same object for the same two, so that its values are declared once. */
export function watchedBy(version: CoderdVersion, mixin: Mixin<'Coderd'>): CoderdVersion {
  if (version.mixin === mixin) return version;
  const known = made.get(version) ?? new WeakMap<object, CoderdVersion>();
  const watched = known.get(mixin) ?? { ...version, mixin };
  made.set(version, known.set(mixin, watched));
  return watched;
}
