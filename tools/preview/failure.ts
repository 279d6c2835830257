/** A dashboard that cannot be drawn: the message is one line that names the panel and the query. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';
}
