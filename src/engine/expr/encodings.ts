import type { Expr, Tree, Value } from './expr';
import { call } from './calls';

/**
 * A text in Base64, as the `data` of a Secret has it: the bytes of its UTF-8.
 *
 * @example base64(values.password)
 */
export function base64(text: Value<string>): Expr<string> {
  return call('base64', { text });
}

/**
 * The SHA-256 of a text, in hexadecimal digits. As an annotation of a pod template, `sha256(toJson(data))` restarts the pods when the data
 * change.
 *
 * @example sha256(toJson({ host: values.host }))
 */
export function sha256(text: Value<string>): Expr<string> {
  return call('sha256', { text });
}

/**
 * A tree as JSON on one line, with its keys in the order of their bytes. A value in it is escaped, so that it cannot add a key.
 *
 * @example toJson({ user: values.name, admin: false })
 */
export function toJson(tree: Tree): Expr<string> {
  return call('toJson', { tree });
}

/**
 * A tree as YAML in blocks, with its keys in the order of their bytes, and without a line end after the last line. Keys and texts are in double
 * quotes, so that a value in it cannot add a key.
 *
 * @example toYaml({ server: { host: values.host } })
 */
export function toYaml(tree: Tree): Expr<string> {
  return call('toYaml', { tree });
}
