/** Processes that a suite starts: waited for, stopped with it, with their logs, folders and ports. */
export { type ChildOptions, type Ended, beforeInterrupt, isInterrupted, runChild, runInTerminal } from './children';
export { temporaryFolder } from './folder';
export { type Ready, requestJson } from './http';
export { freePort, freePorts } from './ports';
export { type ProcessOptions, type Started, startProcess } from './process';
