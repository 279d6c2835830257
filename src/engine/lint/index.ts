/** The ESLint rule against JavaScript that decides on values which only Helm knows. */
export { type LintPlugin, type LintRule, plugin } from './plugin';
