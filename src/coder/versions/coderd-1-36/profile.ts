import { literal } from '../../../engine/expr';
import { handlesIn, section } from '../../../engine/values';
import type { Profile } from '../../../observability/mixin';
import { ALERTS } from './alerts';
import { DASHBOARDS } from './dashboards';
import { FACTS } from './facts';
import { GROUPS } from './groups';
import { LEAN } from './lean';
import { METRICS } from './metrics';
import { RECORDING_SCENARIOS } from './recording-scenarios';
import { recordingsFor } from './recordings';
import { SLO_VALUES } from './slo';

const OBJECTIVES = section('Objectives.', SLO_VALUES);

/** Rules and dashboards of coderd 1.36. */
export const PROFILE: Profile<'Coderd'> = {
  program: 'coderd',
  title: 'Coder',
  tag: 'coder',
  alertPrefix: 'Coderd',
  groupPrefix: 'coderd',
  presence: 'coderd_api_concurrent_requests',
  metrics: METRICS,
  lean: LEAN,
  groups: GROUPS,
  objectives: SLO_VALUES,
  recordings: (objectives) => recordingsFor(handlesIn(OBJECTIVES, objectives)),
  recordingScenarios: RECORDING_SCENARIOS,
  alerts: ALERTS,
  dashboards: DASHBOARDS,
  example: {
    selector: literal('job="coder/master-monitor"'),
    namespace: literal(FACTS.names.namespace),
    replicas: literal(2),
    memoryLimit: literal('1 * 1024^3'),
    isModelled: literal<boolean>(true),
  },
  names: {
    release: FACTS.names.release,
    namespace: FACTS.names.namespace,
    workload: FACTS.names.workload,
    pods: `coder.deployment=${FACTS.names.workload}`,
    monitor: `podmonitor/${FACTS.names.monitor}`,
  },
};
