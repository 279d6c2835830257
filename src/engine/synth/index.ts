/** Plain YAML files of concrete constructs. */
export { renderManifests } from './manifests';
