import type { CoderdVersion } from '../version';
import { FACTS } from './facts';
import type { Coderd136Metrics } from './metrics';
import type * as Watched from './watched';

export type { Coderd136Metrics };

/** coderd 1.36: what it is, what it measures, how it is watched, what can be asked about it. */
export const CODERD_1_36: CoderdVersion<Coderd136Metrics> = {
  ...FACTS,
  get metrics() {
    return watched().METRICS;
  },
  get mixin() {
    return watched().MIXIN;
  },
  get subject() {
    return watched().SUBJECT;
  },
};

/** Loaded with the first `Coder`, so that an import costs little. */
function watched(): typeof Watched {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return require('./watched') as typeof Watched;
}
