export { root } from './files.cjs';
