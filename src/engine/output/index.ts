/** Writes generated directories and files, all or nothing. */
export { type Files, OutputError, type WriteReport, writeDirectory, writeFile } from './write';
