// Dashboards as pictures, from simulated history or from any Prometheus.
import type { Preset } from '../../src/observability/mixin';
import { type PrometheusClient, clientOf, goComponents } from '../components';
import { temporaryFolder } from '../process';
import { END, dashboardTexts, objectsOf, recordsOf, startWithRecords, writeBlocks } from '../prometheus';
import { fields, parseJson, text } from '../read';
import { SetUpError } from '../setup/index.cjs';
import { createSimulation } from '../simulator';
import { type GrafanaDashboardJson, renderDashboard } from '../preview';
import { dataSourceOf } from './data-source';

const HOUR = 3600;

/** What is drawn. */
export interface Asked {
  readonly preset: Preset;
  readonly hours: number;
  readonly job: string;
}

/** A Prometheus with data until `end`. */
export interface Source {
  readonly prometheus: PrometheusClient;
  readonly end: number;
  readonly simulated: boolean;
  readonly stop: () => Promise<void>;
}

/** A Prometheus with a history of two pods, and with the results of the recording rules. */
export async function startSimulated({ preset, hours }: Omit<Asked, 'job'>): Promise<Source> {
  if (preset === 'native') {
    throw new SetUpError('--preset native: needs --url, since history cannot be written in native form');
  }
  const { prometheus: binary, promtool } = await goComponents(['prometheus', 'promtool']);
  const dataDir = temporaryFolder('preview');
  const from = END - (hours + 1) * HOUR;
  const simulation = createSimulation({ start: END - 96 * HOUR });
  await writeBlocks({ promtool, dataDir }, [{ simulation, from, step: 30 }]);
  const records = recordsOf(objectsOf({ metrics: { preset } }).rules);
  const prometheus = await startWithRecords({ binary, promtool, name: 'preview', dataDir, records, from });
  return { prometheus, end: END, simulated: true, stop: () => prometheus.stop() };
}

/** A Prometheus of somebody else. */
export function sourceAt(url: string): Source {
  const end = Math.floor(Date.now() / 1000);
  return { prometheus: clientOf(url.replace(/\/$/, '')), end, simulated: false, stop: () => Promise.resolve() };
}

/** The SVG of each dashboard, by its uid. */
export async function drawAll({ preset, hours, job }: Asked, source: Source): Promise<ReadonlyMap<string, string>> {
  const { prometheus, end, simulated } = source;
  const drawn = dashboardTexts({ metrics: { preset } }).map(async (json) => {
    const { uid } = parseJson(json, fields({ uid: text }), 'dashboard');
    // Grafana's form, as the generator writes it.
    const dashboard = JSON.parse(json) as GrafanaDashboardJson;
    const variables = { namespace: '.+', job, pod: '.+', datasource: 'prometheus' };
    const options = { end, seconds: hours * HOUR, simulated, variables };
    return [uid, await renderDashboard(dashboard, dataSourceOf(prometheus), options)] as const;
  });
  return new Map(await Promise.all(drawn));
}
