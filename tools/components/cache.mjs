import { load } from '../setup/load.mjs';
export const { cacheFolder, cacheKey, provide } = load('tools/components');
