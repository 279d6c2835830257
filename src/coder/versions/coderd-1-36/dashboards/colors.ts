import { inColor } from '../../../../observability/mixin';

/** HTTP statuses of failures: the client's mistakes, the server's. */
export const ERROR_COLORS = [inColor(/^4../, 'yellow'), inColor(/^5../, 'red')];

/** HTTP statuses by class: success, elsewhere, failures. */
export const STATUS_COLORS = [inColor(/^[12]../, 'green'), inColor(/^3../, 'blue'), ...ERROR_COLORS];
