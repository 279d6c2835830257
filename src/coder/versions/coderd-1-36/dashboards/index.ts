import type { Dashboard } from '../../../../observability/mixin';
import { API } from './api';
import { JOBS } from './jobs';
import { NETWORKING } from './networking';
import { OVERVIEW } from './overview';
import { RUNTIME } from './runtime';

/** Every dashboard, that for whoever is called first. */
export const DASHBOARDS: readonly Dashboard[] = [OVERVIEW, API, JOBS, NETWORKING, RUNTIME];
