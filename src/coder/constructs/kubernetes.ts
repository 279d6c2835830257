import type { k8s } from 'cdk8s-plus-27';
import type { Expr, TreeMap } from '../../engine/expr';

/** The API's spelling of a field: cdk8s-plus writes `clusterIp` for `clusterIP`. */
type ApiName<K> = K extends `${infer Head}Ip`
  ? `${Head}IP`
  : K extends `host${'Pid' | 'Ipc'}`
    ? `host${Uppercase<K extends `host${infer Tail}` ? Tail : never>}`
    : K;

/**
 * A part of a Kubernetes manifest, typed by the API of cdk8s-plus: fields have the API's names and types, and any field may be an
 * expression.
 */
export type Spec<T> =
  | Expr
  | (T extends k8s.IntOrString | k8s.Quantity
      ? number | string
      : T extends readonly (infer E)[]
        ? readonly Spec<E>[]
        : T extends object
          ? { readonly [K in keyof T as ApiName<K>]?: Spec<T[K]> | undefined }
          : T);

/** A Kubernetes object in plain data, as YAML writes it: quantities, percentages and times are texts. */
export type Plain<T> = T extends k8s.IntOrString | k8s.Quantity
  ? number | string
  : T extends Date
    ? string
    : T extends readonly (infer E)[]
      ? readonly Plain<E>[]
      : T extends object
        ? { readonly [K in keyof T as ApiName<K>]: Plain<T[K]> }
        : T;

/** A typed part of a manifest as a tree. */
export function tree<T>(spec: Exclude<Spec<T>, Expr>): TreeMap {
  return spec as TreeMap;
}
