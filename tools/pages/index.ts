/** Pages of documentation made of the declarations. */
export { alertsPage } from './alerts';
export { generate } from './generate';
export { metricsPage } from './metrics';
export { runbookFiles } from './runbooks';
