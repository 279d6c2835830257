import { section, text } from '../../engine/values';

const SEE = 'https://kubernetes.io/docs/concepts/configuration/secret/';

/** Name of a Secret that exists. */
export function secretName(description: string) {
  return text({ description, default: '', format: 'dnsSubdomain', see: SEE });
}

/** A key of a Secret that exists. */
export function secretKey(description: string, key: string) {
  const children = {
    name: secretName('Name of the Secret.'),
    key: text({ description: 'Key in the Secret.', default: key, format: 'secretKey', see: SEE }),
  };
  return section(description, children, 'keyOfSecret');
}
