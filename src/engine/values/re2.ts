import type { RE2JS as Re2 } from 're2js';

/** Prometheus 2 reads these as no regular expression, in quotes too, and refuses its whole configuration. */
export const NULLS_OF_YAML: readonly string[] = ['null', '~'];

/** What is no syntax in a regular expression: quotes, escaped characters and classes of characters. Go and JavaScript must read it alike. */
export const QUOTED_IN_RE2 =
  '\\\\Q[\\s\\S]*?(\\\\E|$)|\\\\[\\s\\S]|\\[\\^?\\]?(\\[:\\^?\\w+:\\]|\\\\[\\s\\S]|[^\\]\\\\])*\\]';

/**
 * Whether Prometheus reads a text as a regular expression, alone and as it has it, anchored at both ends: `\\Qa` would swallow the end.
 * Prometheus 2 knows named groups as `(?P<name>...)` alone. The library is loaded with the first one, since most installations have none that
 * is not simple, and an import should cost nothing.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function isRe2(text: string): boolean {
  if (NULLS_OF_YAML.includes(text)) return false;
  if (SIMPLE.test(text)) return isRead(() => new RegExp(text, 'u'));
  const isNewSyntax = text.replace(new RegExp(QUOTED_IN_RE2, 'g'), 'x').includes('(?<');
  return !isNewSyntax && [text, `^(?:${text})$`].every(compiles);
}

/** Whether a regular expression matches the whole of a text, as Prometheus has it; one that it does not read matches nothing. */
export function matchesRe2(text: string, whole: string): boolean {
  return compiles(text) && re2().compile(`^(?:${text})$`, re2().DOTALL).matches(whole);
}

function re2(): typeof Re2 {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return (require('re2js') as { readonly RE2JS: typeof Re2 }).RE2JS;
}

/** Names, dots, groups, alternatives and repetitions mean the same to JavaScript, in a text too short to nest deeper than Go allows. */
const SIMPLE = /^[\w:/ .()|*+-]{1,500}$/;

function compiles(text: string): boolean {
  return isRead(() => re2().compile(text));
}

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
