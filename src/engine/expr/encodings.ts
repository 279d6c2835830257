import type { Expr, Tree, Value } from './expr';
import { call } from './calls';

/**
 * A text in Base64, as the `data` of a Secret has it: the bytes of its UTF-8.
 *
 * @remarks No line ends, however long it is.
 * @example base64(values.name)
 */
export function base64(text: Value<string>): Expr<string> {
  return call('base64', { text });
}

/**
 * The SHA-256 of a text, in hexadecimal digits. As an annotation of a pod template, `sha256(toJson(data))` restarts the pods when the data change.
 *
 * @example sha256(toJson(values.labels))
 */
export function sha256(text: Value<string>): Expr<string> {
  return call('sha256', { text });
}

/**
 * A tree as JSON on one line, with its keys in the order of their bytes. A value in it is escaped, so that it cannot add a key.
 *
 * @remarks No escapes of `<`, `>` and `&`, unlike `toJson` of Helm.
 * @example toJson({ user: values.name })
 */
export function toJson(tree: Tree): Expr<string> {
  return call('toJson', { tree });
}

/**
 * A tree as YAML in blocks, with its keys in the order of their bytes, and without a line end after the last line. A value in it cannot add a key.
 *
 * @remarks Keys and texts are JSON, since the YAML of Helm 3, Helm 4 and JavaScript differs.
 * @example toYaml(values.labels)
 */
export function toYaml(tree: Tree): Expr<string> {
  return call('toYaml', { tree });
}
