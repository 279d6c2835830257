/** Writes generated directories, all or nothing. */
export { type Files, OutputError, type WriteReport, writeDirectory } from './write';
