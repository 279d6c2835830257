/** Prometheus and Alertmanager beside a cluster, run as the Prometheus Operator would have it, and questions to them. */
export { activeTargets, configuration, firingAlerts, metricTypes, namesOfSeries, ruleGroups } from './answers';
export { type Monitoring, startMonitoring } from './monitoring';
export { type Showroom, openShowroom } from './showroom';
