/** Clients of a Kubernetes, and its objects. Knows nothing of Coder. */
export { type Api, type Server, apiClient } from './api';
export {
  type Access,
  type Client,
  type HelmName,
  type Helms,
  helmNames,
  helmTitles,
  helmsOf,
  kubectlOf,
  writeYaml,
} from './clients';
export { everything, linesOf } from './everything';
export { kubeconfigOf } from './kubeconfig';
export { type Manifest, idOf, manifestOf, objectsIn, pathOf } from './manifests';
export * from './objects';
export { type PublishedTypes, problemsOf, typesOf } from './published-types';
export { type Recorder, startRecorder } from './recorder';
export { stored } from './stored';
