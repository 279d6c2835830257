/** Simulated pods, live and as history, in real Prometheus. */
export { claimAlerts } from './alerts';
export { claims } from './claims';
export { measureCost } from './cost';
export { measureRulesCost } from './rules-cost';
export { readCostTable, writeCostTable } from './cost-page';
export { END, startWithRecords, writeBlocks } from './history';
export { claimLive } from './live';
export {
  type RecordingRule,
  alertsOf,
  dashboard,
  dashboardTexts,
  hasData,
  objectsOf,
  queriesOf,
  recordsOf,
} from './manifests';
export { claimRates } from './rates';
export { releases } from './release';
