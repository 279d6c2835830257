/** YAML that is not read, and why: `expected ..., got ...; what to do`. */
export class YamlError extends Error {
  override readonly name = 'YamlError';

  constructor(expected: string, got: string, advice: string) {
    super(`expected ${expected}, got ${got}; ${advice}`);
  }
}
