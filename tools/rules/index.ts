/** Rules and their scenarios in promtool. */
export { checkRules, testRules } from './check';
export { presetsNamed, writePreset } from './files';
export { promtools, runPromtool } from './promtool';
