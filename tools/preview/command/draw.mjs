// Dashboards as pictures, from simulated history or from any Prometheus.
import { goComponents, temporaryFolder } from '../../components/index.mjs';
import { END, startWithRecords, writeBlocks } from '../../prometheus/history.mjs';
import { lib, objectsOf, recordsOf } from '../../prometheus/manifests.mjs';
import { SetUpError } from '../../setup/failure.mjs';
import { dataSourceOf } from './data-source.mjs';

const HOUR = 3600;

/** A Prometheus with a history of two pods, and with the results of the recording rules. */
export async function startSimulated({ preset, hours }) {
  if (preset === 'native') {
    throw new SetUpError('--preset native: needs --url, since history cannot be written in native form');
  }
  const { prometheus: binary, promtool } = await goComponents(['prometheus', 'promtool']);
  const dataDir = temporaryFolder('preview');
  const from = END - (hours + 1) * HOUR;
  const simulation = lib('simulator').createSimulation({ start: END - 96 * HOUR });
  writeBlocks({ promtool, dataDir, histories: [{ simulation, from, step: 30 }] });
  const records = recordsOf(objectsOf({ metrics: { preset } }).rules);
  const prometheus = await startWithRecords({ binary, promtool, name: 'preview', dataDir, records, from });
  return { prometheus, end: END, simulated: true };
}

/** The SVG of each dashboard, by its uid. */
export async function drawAll({ preset, hours, job }, { prometheus, end, simulated = false }) {
  const { renderDashboard } = lib('preview');
  const drawn = objectsOf({ metrics: { preset } }).dashboards.map(async (dashboard) => {
    const variables = { namespace: '.+', job, pod: '.+', datasource: 'prometheus' };
    const options = { end, seconds: hours * HOUR, simulated, variables };
    return [dashboard.uid, await renderDashboard(dashboard, dataSourceOf(prometheus), options)];
  });
  return new Map(await Promise.all(drawn));
}
