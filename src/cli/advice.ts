import type { Files } from '../engine/output';

const KUSTOMIZATION = 'kustomization.yaml';

/** Kustomize renames and moves objects, but not what PromQL says of them. */
const ADVICE = `# The rules select coderd by the namespace and name of its monitor. An overlay with namespace, namePrefix or nameSuffix, or targetNamespace
# of Flux, changes those but not the rules: give synth --namespace and --release instead. To check an overlay:
# kubectl kustomize DIRECTORY | npx cdk8s-coder check -
`;

/** Files with a word to whoever writes an overlay. */
export function withAdvice(files: Files): Files {
  const hasRules = [...files.keys()].some((file) => file.startsWith('PrometheusRule.'));
  return hasRules ? new Map([...files, [KUSTOMIZATION, `${ADVICE}${files.get(KUSTOMIZATION) ?? ''}`]]) : files;
}
