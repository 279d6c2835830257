/** Pages of documentation made of the declarations. */
export { alertsPage } from './alerts';
export { ALGEBRA_PAGE, EXAMPLE_VALUES, algebraFunctions, algebraPage, described, evaluateExample } from './algebra';
export { API_PAGES, apiPages } from './api';
export { type Made, current, generate, generateApiPages, made, writtenPages } from './generate';
export { type Exported, publicSurface } from './surface';
export { metricsPage } from './metrics';
export { runbookFiles } from './rules';
