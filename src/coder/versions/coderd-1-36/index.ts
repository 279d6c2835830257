import { mixin } from '../../../observability/mixin';
import { count } from '../../../observability/promql';
import type { CoderdVersion } from '../version';
import { FACTS } from './facts';
import { METRICS, type Coderd136Metrics } from './metrics';
import { PROFILE } from './profile';
import { changes } from './promql';
import { QUESTIONS } from './questions';

export type { Coderd136Metrics };

/** coderd 1.36: what it is, what it measures, how it is watched, what can be asked about it. */
export const CODERD_1_36: CoderdVersion<Coderd136Metrics> = {
  ...FACTS,
  metrics: METRICS,
  mixin: mixin(PROFILE),
  subject: {
    program: PROFILE.program,
    metrics: METRICS,
    // A pod that is down now still has a history.
    installations: count(changes('coderd_api_concurrent_requests', { window: '1h' }), ['namespace', 'job']),
    alertPrefix: PROFILE.alertPrefix,
    questions: QUESTIONS,
  },
};
