import { load } from '../setup/load.mjs';
export const { clientOf } = load('tools/components');
