import type { Alert } from '../../../../observability/mixin';
import { AVAILABILITY_ALERTS } from './availability';
import { DATABASE_ALERTS } from './database';
import { JOB_ALERTS } from './jobs';
import { LATENCY_ALERTS } from './latency';
import { LICENSE_ALERTS } from './license';
import { LIMIT_ALERTS } from './limits';
import { NETWORKING_ALERTS } from './networking';
import { RUNTIME_ALERTS } from './runtime';
import { SCRAPE_ALERTS } from './scrape';
import { SEAT_ALERTS } from './seats';
import { RESTART_ALERTS } from './restarts';
import { TARGET_ALERTS } from './targets';
import { TRAFFIC_ALERTS } from './traffic';
import { WAIT_ALERTS } from './waits';

/** Every alert, by subject. */
export const ALERTS: readonly Alert[] = [
  ...TARGET_ALERTS,
  ...SCRAPE_ALERTS,
  ...RESTART_ALERTS,
  ...AVAILABILITY_ALERTS,
  ...LATENCY_ALERTS,
  ...TRAFFIC_ALERTS,
  ...LICENSE_ALERTS,
  ...SEAT_ALERTS,
  ...JOB_ALERTS,
  ...WAIT_ALERTS,
  ...DATABASE_ALERTS,
  ...NETWORKING_ALERTS,
  ...RUNTIME_ALERTS,
  ...LIMIT_ALERTS,
];
