/** Projects of users, made to see that the packed package compiles and runs in them. */
export { GOOD_USE, MISTAKES, SECTIONS_USE, misuse } from './misuse';
export { installTools } from './install';
export { tryAll } from './matrix';
export { type Plus, SETTINGS, type Settings, programsFor, writeProject } from './project';
export { compile, pack, runPrograms } from './run';
