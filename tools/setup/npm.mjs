export { npmCi } from './npm.cjs';
