import { load } from '../setup/load.mjs';
export const { requestJson } = load('tools/process');
