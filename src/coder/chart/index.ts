/** The Helm chart of coderd. */
export { coderChart } from './chart';
export { smallerReadme, valuesTable } from './readme';
