import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project, whatever the current directory is. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
