export { fingerprint, filesOf, readIfThere } from './files.cjs';
