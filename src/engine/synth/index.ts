/** Plain YAML files of concrete constructs. */
export { type ManifestFiles, renderManifests } from './manifests';
