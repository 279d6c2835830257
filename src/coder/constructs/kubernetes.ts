import type { Expr, TreeMap } from '../../engine/expr';

/** A part of a Kubernetes manifest: the fields of `T` with its types, each of which may be left out or be any expression. */
export type Spec<T> =
  | Expr
  | (T extends Expr
      ? never
      : T extends readonly (infer E)[]
        ? readonly Spec<E>[]
        : T extends object
          ? { readonly [K in keyof T]?: Spec<T[K]> | undefined }
          : T);

/** A typed part of a manifest as a tree. */
export function tree<T>(spec: Exclude<Spec<T>, Expr>): TreeMap {
  return spec as TreeMap;
}
