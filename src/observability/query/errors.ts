/** A question that was not answered, and why: one line. */
export class QueryError extends Error {
  override readonly name: string = 'QueryError';
}

/** A Prometheus that answers, but knows nothing of what was asked. */
export class NoDataError extends QueryError {
  override readonly name = 'NoDataError';

  constructor(what: string, advice = 'see docs/how-to/no-data.md') {
    super(`${what}; ${advice}`);
  }
}

/** Text of somebody else in one line, without what would move the cursor of a terminal. */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
    .trim();
}
