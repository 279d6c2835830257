import type * as Crypto from 'node:crypto';

/** The SHA-256 of the bytes of a text in UTF-8, in 64 hexadecimal digits. */
export function sha256Of(text: string): string {
  return crypto().createHash('sha256').update(text).digest('hex');
}

/** Loaded with the first hash, since few models need one. */
function crypto(): typeof Crypto {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return require('node:crypto') as typeof Crypto;
}
