/** Writes generated directories and files, all or nothing. */
export { FILE_LIST } from './list';
export { type Files, OutputError, type WriteReport, writeDirectory, writeFile } from './write';
