import { API } from './api';
import type { Dashboard } from './dashboard';
import { JOBS } from './jobs';
import { NETWORKING } from './networking';
import { OVERVIEW } from './overview';
import { RUNTIME } from './runtime';

export { type Dashboard, type DashboardFile, dashboardFile, dashboardJson } from './dashboard';
export type { GrafanaDashboard } from './grafana';
export type { Hole } from './value';

/** Every dashboard, that for whoever is called first. */
export const DASHBOARDS: readonly Dashboard[] = [OVERVIEW, API, JOBS, NETWORKING, RUNTIME];
