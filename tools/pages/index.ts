/** Pages of documentation made of the declarations. */
export { alertsPage } from './alerts';
export { metricsPage } from './metrics';
export { runbookFiles } from './runbooks';
