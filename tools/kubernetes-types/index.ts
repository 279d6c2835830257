import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'prettier';
import { enumsIn } from './enums';
import { kubernetesTypes } from './print';
import type { Definitions } from './schema';
import { wantedTypes } from './wanted';

/** Where the types of Kubernetes are. */
export const TYPES_FILE = 'src/coder/constructs/kubernetes-types.ts';

/** The text of that file, from the Go module k8s.io/kubernetes of a release, unpacked in `folder`. */
export async function typesFrom(folder: string, version: string): Promise<string> {
  const read = (...names: readonly string[]): string => fs.readFileSync(path.join(folder, ...names), 'utf8');
  const { definitions } = JSON.parse(read('api', 'openapi-spec', 'swagger.json')) as { definitions: Definitions };
  const enums = enumsIn(read('pkg', 'generated', 'openapi', 'zz_generated.openapi.go'));
  const text = kubernetesTypes({ version, definitions, enums }, wantedTypes());
  return format(text, { parser: 'typescript', printWidth: 120, singleQuote: true });
}
