/** Simulates the metrics of coderd: a scrape at any time, a history, and servers to be scraped, with faults. */
export { simulate } from './command';
export { exposition } from './exposition';
export { FAULTS, FAULT_NAMES, type Fault, type FaultName, type FaultWindow } from './faults';
export { type HistoryOptions, type TargetLabels, openMetricsHistory, targetLabels } from './history';
export { METRIC_NAMES, metricOf } from './metrics';
export { type Presence } from './pod';
export type { Listen } from './server';
export type { SimulationOptions } from './settings';
export { type Simulation, createSimulation, podOf, withFaults } from './simulation';
export { type ServedPod, type Simulator, type SimulatorOptions, startSimulator } from './simulator';
export { type Selector, type TimeRange, type TrueRates, increaseOf, trueRates, valueAt } from './truth';
