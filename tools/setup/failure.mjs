export * from './failure.cjs';
