import { load } from '../setup/load.mjs';
export const { goComponents } = load('tools/components');
