/** Rules and their scenarios in promtool. */
export { checkRules, testRules } from './check';
export { COMPANIES, presetsNamed, writePreset } from './files';
export { type Promtool, promtools, runPromtool } from './promtool';
