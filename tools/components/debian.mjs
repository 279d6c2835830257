import { load } from '../setup/load.mjs';
export const { debianPrometheus, debianPrometheusVersion } = load('tools/components');
