// What suites with real components use.
export { beforeInterrupt, isInterrupted, runChild } from './children.mjs';
export { debianPrometheus } from './debian.mjs';
export { temporaryFolder } from './folder.mjs';
export { clientGolang, goComponents } from './go.mjs';
export { freePorts } from './ports.mjs';
export { startProcess } from './process.mjs';
export { clientOf, startPrometheus } from './prometheus.mjs';
