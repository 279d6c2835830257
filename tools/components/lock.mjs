export { isAlive } from '../setup/lock.cjs';
