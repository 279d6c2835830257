import { mixin } from '../../../observability/mixin';
import { count } from '../../../observability/promql';
import type { QuerySubject } from '../../../observability/query';
import { METRICS } from './metrics';
import { PROFILE } from './profile';
import { changes } from './promql';
import { QUESTIONS } from './questions';

export { METRICS };

/** Rules and dashboards of coderd 1.36. */
export const MIXIN = mixin(PROFILE);

/** What can be asked about coderd 1.36. */
export const SUBJECT: QuerySubject = {
  program: PROFILE.program,
  metrics: METRICS,
  // A pod that is down now still has a history.
  installations: count(changes('coderd_api_concurrent_requests', { window: '1h' }), ['namespace', 'job']),
  presence: PROFILE.presence,
  alertPrefix: PROFILE.alertPrefix,
  questions: QUESTIONS,
};
