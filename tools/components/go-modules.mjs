import { load } from '../setup/load.mjs';
export const { goRecipe, goProgramNames } = load('tools/components');
export const goPrograms = Object.fromEntries(goProgramNames.map((name) => [name, name]));
