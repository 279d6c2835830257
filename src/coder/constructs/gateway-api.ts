import type { Value } from '../../engine/expr';

/**
 * What takes a route.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
 */
export interface ParentReference {
  /** API group of the parent; by default `gateway.networking.k8s.io`. */
  readonly group?: Value<string>;
  /** By default `Gateway`. */
  readonly kind?: Value<string>;
  /** By default that of the route. */
  readonly namespace?: Value<string>;
  /** Name of the Gateway. */
  readonly name: Value<string>;
  /** Name of a listener; by default all take the route. */
  readonly sectionName?: Value<string>;
  /** Port of listeners; by default any. */
  readonly port?: Value<number>;
}
