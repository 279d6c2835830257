import type { ListOf, Value } from '../../engine/expr';

/** A key of a Secret or ConfigMap. */
export interface KeySelector {
  readonly name: Value<string>;
  readonly key: Value<string>;
  readonly optional?: Value<boolean>;
}

/** A text kept in a Secret or a ConfigMap. */
export interface SecretOrConfigMap {
  readonly secret?: Value<KeySelector>;
  readonly configMap?: Value<KeySelector>;
}

/**
 * TLS of a scrape.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeTLSConfig
 */
export interface SafeTlsConfig {
  readonly ca?: Value<SecretOrConfigMap>;
  readonly cert?: Value<SecretOrConfigMap>;
  readonly keySecret?: Value<KeySelector>;
  readonly serverName?: Value<string>;
  readonly insecureSkipVerify?: Value<boolean>;
  readonly minVersion?: Value<string>;
  readonly maxVersion?: Value<string>;
}

/**
 * Authorization header of a scrape.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeAuthorization
 */
export interface SafeAuthorization {
  readonly type?: Value<string>;
  readonly credentials?: Value<KeySelector>;
}

interface RelabelingFields {
  readonly sourceLabels?: Value<ListOf<string>>;
  readonly separator?: Value<string>;
  readonly targetLabel?: Value<string>;
  readonly modulus?: Value<number>;
  readonly replacement?: Value<string>;
}

/** Selects by a regular expression. Without one it would match, and drop, everything. */
export interface SelectingRelabeling extends RelabelingFields {
  readonly action: Value<
    'drop' | 'keep' | 'labeldrop' | 'labelkeep' | 'labelmap' | 'Drop' | 'Keep' | 'LabelDrop' | 'LabelKeep' | 'LabelMap'
  >;
  readonly regex: Value<string>;
}

/** Rewrites a label, or compares two. */
export interface RewritingRelabeling extends RelabelingFields {
  readonly action?: Value<
    | 'replace'
    | 'hashmod'
    | 'lowercase'
    | 'uppercase'
    | 'keepequal'
    | 'dropequal'
    | 'Replace'
    | 'HashMod'
    | 'Lowercase'
    | 'Uppercase'
    | 'KeepEqual'
    | 'DropEqual'
  >;
  readonly regex?: Value<string>;
}

/**
 * A change to a target or a metric.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RelabelConfig
 */
export type Relabeling = SelectingRelabeling | RewritingRelabeling;
