import { parseAllDocuments } from 'yaml';
import { type Block, blocksIn } from './pages';

/** Groups of objects in the documentation that the API server of the end-to-end suite does not know, with who judges them instead. */
export const FOREIGN: Readonly<Record<string, string>> = {
  'kustomize.config.k8s.io': 'No object of a cluster: kubectl kustomize builds it.',
  'argoproj.io': 'Argo CD is none of the programs of the suite. Its values are checked.',
  'kustomize.toolkit.fluxcd.io': 'Flux is none of the programs of the suite.',
  'helm.toolkit.fluxcd.io': 'Flux is none of the programs of the suite. Its values are checked.',
  'opentelemetry.io': 'The OpenTelemetry Operator is none of the programs of the suite.',
  'monitoring.googleapis.com': 'Google has the server that knows it.',
  'example.com': 'An invented kind, which shows that the engine takes any.',
};

/** An object of the documentation, and where it is. */
export interface Snippet {
  readonly place: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** What stands in the YAML of all pages and is an object: it has a version and a kind. */
export function manifestSnippets(): readonly Snippet[] {
  return blocksIn('yaml').flatMap(objectsIn);
}

function objectsIn({ place, text }: Block): readonly Snippet[] {
  const found = parseAllDocuments(text).map((document) => document.toJS() as unknown);
  return found.filter(isObject).map((object) => ({ place, object }));
}

function isObject(found: unknown): found is Snippet['object'] {
  return typeof found === 'object' && found !== null && 'apiVersion' in found && 'kind' in found;
}

/** The foreign group of an object, if it is of one. */
export function foreignGroupOf({ apiVersion }: Readonly<Record<string, unknown>>): string | undefined {
  const [group = ''] = String(apiVersion).split('/');
  return Object.keys(FOREIGN).find((one) => one === group);
}
