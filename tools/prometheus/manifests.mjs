import { load } from '../setup/load.mjs';
export const { hasData, queriesOf } = load('tools/prometheus');
