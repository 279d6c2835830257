/** The chart of Coder in a cluster: packaged, installed, and its pods simulated. */
export { type PackagedChart, chartFolder, packagedChart } from './chart';
export { prepareNamespace } from './namespace';
export { ADDED, laterChart, renumberedChart } from './other-charts';
export { assertAllReady, coderdPods, podsWith } from './pods';
export { type Release, type ReleaseOptions, releaseOf } from './release';
export { type Simulators, startSimulators } from './simulators';
export { fromHelm4ToManifests, leaveToHelm4, namesOnly } from './switch';
export { prometheusAccount } from './rights';
