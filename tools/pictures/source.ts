// The Prometheus whose data pictures show: one with simulated history, or that of somebody else.
import type { Preset } from '../../src/observability/mixin';
import { goComponents } from '../components';
import { temporaryFolder } from '../process';
import { END, alertsOf, objectsOf, recordsOf, startWithRecords, writeBlocks } from '../prometheus';
import type { RecordingRule } from '../prometheus';
import { SetUpError } from '../setup/index.cjs';
import { type FaultName, createSimulation } from '../simulator';

const HOUR = 3600;
const MINUTE = 60;

/** A Prometheus with data until `end`. */
export interface Source {
  readonly url: string;
  /** The last moment shown, in Unix seconds. */
  readonly end: number;
  readonly stop: () => Promise<void>;
}

/** What is simulated. */
export interface Simulated {
  readonly preset: Preset;
  /** How much is shown. */
  readonly hours: number;
  /** Whether something breaks while it is shown. */
  readonly isIncident: boolean;
}

/** An incident: the database gets slow, and with it the API; then requests fail, and pods start anew. */
const INCIDENT: Readonly<Partial<Record<FaultName, number>>> = {
  'database-slow': 70 * MINUTE,
  'api-slow': 65 * MINUTE,
  'api-errors': 45 * MINUTE,
  'crash-loop': 25 * MINUTE,
};

/** A Prometheus with a history of two pods, with the results of the recording rules and with the alerts that fired. */
export async function startSimulated({ preset, hours, isIncident }: Simulated): Promise<Source> {
  if (preset === 'native') {
    throw new SetUpError('--preset native: needs --url, since history cannot be written in native form');
  }
  const { prometheus: binary, promtool } = await goComponents(['prometheus', 'promtool']);
  const dataDir = temporaryFolder('pictures');
  const from = END - (hours + 1) * HOUR;
  const faults = Object.entries(isIncident ? INCIDENT : {}).map(([fault, lasts]) => ({
    fault: fault as FaultName,
    from: END - lasts,
  }));
  const simulation = createSimulation({ start: END - 96 * HOUR, faults });
  await writeBlocks({ promtool, dataDir }, [{ simulation, from, step: 30 }]);
  const { rules } = objectsOf({ metrics: { preset } });
  const records = [...recordsOf(rules), ...(isIncident ? alertsOf(rules).map(firing) : [])];
  const prometheus = await startWithRecords({ binary, promtool, name: 'pictures', dataDir, records, from });
  return { url: prometheus.url, end: END, stop: () => prometheus.stop() };
}

/** History has no alerts, but what Prometheus would have written of them can be computed. */
function firing({ alert, expr, for: lasts = '0s', labels = {} }: ReturnType<typeof alertsOf>[number]): RecordingRule {
  const minutes = Math.max(1, secondsOf(lasts) / MINUTE);
  return {
    record: 'ALERTS',
    expr: `(count_over_time((${expr})[${minutes}m:1m]) >= ${Math.floor(minutes)}) * 0 + 1`,
    labels: { ...labels, alertname: alert, alertstate: 'firing' },
  };
}

function secondsOf(duration: string): number {
  const units: Readonly<Record<string, number>> = { s: 1, m: MINUTE, h: HOUR, d: 24 * HOUR };
  return [...duration.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ''] ?? 0),
    0,
  );
}

/** A Prometheus of somebody else. */
export function sourceAt(url: string): Source {
  return { url: url.replace(/\/$/, ''), end: Math.floor(Date.now() / 1000), stop: () => Promise.resolve() };
}
