/** A key of a Secret or ConfigMap. */
export interface KeySelector {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** A text kept in a Secret or a ConfigMap. */
export interface SecretOrConfigMap {
  readonly secret?: KeySelector;
  readonly configMap?: KeySelector;
}

/**
 * TLS of a scrape.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeTLSConfig
 */
export interface SafeTlsConfig {
  readonly ca?: SecretOrConfigMap;
  readonly cert?: SecretOrConfigMap;
  readonly keySecret?: KeySelector;
  readonly serverName?: string;
  readonly insecureSkipVerify?: boolean;
  readonly minVersion?: string;
  readonly maxVersion?: string;
}

/**
 * Authorization header of a scrape.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeAuthorization
 */
export interface SafeAuthorization {
  readonly type?: string;
  readonly credentials?: KeySelector;
}

interface RelabelingFields {
  readonly sourceLabels?: readonly string[];
  readonly separator?: string;
  readonly targetLabel?: string;
  readonly modulus?: number;
  readonly replacement?: string;
}

/** Selects by a regular expression. Without one it would match, and drop, everything. */
export interface SelectingRelabeling extends RelabelingFields {
  readonly action:
    'drop' | 'keep' | 'labeldrop' | 'labelkeep' | 'labelmap' | 'Drop' | 'Keep' | 'LabelDrop' | 'LabelKeep' | 'LabelMap';
  readonly regex: string;
}

/** Rewrites a label, or compares two. */
export interface RewritingRelabeling extends RelabelingFields {
  readonly action?:
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
    | 'DropEqual';
  readonly regex?: string;
}

/**
 * A change to a target or a metric.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RelabelConfig
 */
export type Relabeling = SelectingRelabeling | RewritingRelabeling;
