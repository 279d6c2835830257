import { ApiObject, App, YamlOutputType } from 'cdk8s';
import type { Construct } from 'constructs';

/**
 * Refuses, when the app is synthesized, what cdk8s would lose: with a file for each resource it calls files after kind and name alone, so of two
 * objects in two namespaces the second replaces the first.
 */
export function refuseSharedFiles(construct: Construct): void {
  construct.node.addValidation({ validate: () => sharedFiles(construct) });
}

function sharedFiles(construct: Construct): string[] {
  const { root } = construct.node;
  if (!(root instanceof App) || root.yamlOutputType !== YamlOutputType.FILE_PER_RESOURCE) return [];
  const objects = construct.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one));
  const files = objects.map(({ kind, name }) => `${kind} ${name}`);
  const shared = [...new Set(files.filter((file, i) => files.indexOf(file) !== i))];
  return shared.map(
    (file) =>
      `${file}: expected one namespace, since cdk8s writes a file for each kind and name with YamlOutputType.FILE_PER_RESOURCE; use FILE_PER_CHART, or cdk8s-coder synth`,
  );
}
