import type { Enums } from './schema';

// The document in the repository of Kubernetes leaves enumerations out; the Go source of what an API server publishes has them.
const FUNCTION = /^func schema_(\w+)\(/;
const FIELD = /^\t{5}"([^"]+)": \{$/;
const ENUM = /^\t+Enum: +\[\]interface\{\}\{(.+)\},$/;

/** The enumerations in `pkg/generated/openapi/zz_generated.openapi.go`. */
export function enumsIn(source: string): Enums {
  const enums = new Map<string, readonly string[]>();
  let type = '';
  let field = '';
  for (const line of source.split('\n')) {
    type = FUNCTION.exec(line)?.[1]?.split('_').slice(-3).join('.') ?? type;
    field = FIELD.exec(line)?.[1] ?? field;
    const texts = ENUM.exec(line)?.[1];
    if (texts !== undefined) enums.set(`${type}.${field}`, JSON.parse(`[${texts}]`) as readonly string[]);
  }
  return enums;
}
