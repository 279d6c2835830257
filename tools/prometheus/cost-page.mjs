import path from 'node:path';
import { root } from '../setup/root.mjs';

/** The page that shows what was measured. */
export const costPage = path.join(root, 'docs/reference/cost.md');

/** The table in the text of the page. */
export function costTableIn(text) {
  return /(?<=<!-- measured: begin -->\n\n)[^]*?(?=\n\n<!-- measured: end -->)/.exec(text)?.[0] ?? '';
}
