import type { Preset } from '../../src/observability/mixin';
import type { DashboardJson, Spec } from '../grafana';
import { dashboardTexts } from '../prometheus';
import type { Source } from './source';

/** A dashboard as the generator writes it. */
export type Board = DashboardJson;

/** The dashboards of an installation with a preset. */
export function boardsOf(preset: Preset): readonly Board[] {
  return dashboardTexts({ metrics: { preset } }).map((text) => JSON.parse(text) as Board);
}

/** Seconds between two scrapes of the simulation. */
const INTERVAL = 30;

/** How a dashboard is drawn, where nothing else is asked for. */
export function specOf(dashboard: Board, { end }: Pick<Source, 'end'>, more: Partial<Spec> = {}): Spec {
  const variables = { namespace: '.+', job: 'coder/master-monitor', pod: '.+', datasource: 'prometheus' };
  const seen = { theme: 'dark', width: 1920, isOpen: true } as const;
  return { dashboard, end, seconds: 3 * 3600, interval: INTERVAL, variables, ...seen, ...more };
}
