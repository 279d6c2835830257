import { load } from '../setup/load.mjs';
export const { runChild } = load('tools/process');
