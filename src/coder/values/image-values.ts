import type { CoderdFacts } from '../versions';
import { choice, section, text, textList } from '../../engine/values';

const SEE = 'https://kubernetes.io/docs/concepts/containers/images/';

/** The image of coderd. */
export function image(version: CoderdFacts) {
  return section('Image of coderd, for its migrations too.', {
    registry: text({
      description: 'Registry host, with a path for mirrors. Also used for images that coderd starts itself (envbox).',
      default: version.image.registry,
      format: 'imageRegistry',
      see: SEE,
    }),
    repository: text({
      description: 'Repository in the registry.',
      default: version.image.repository,
      format: 'imageRepository',
      see: SEE,
    }),
    tag: text({
      description:
        'Tag of the image, of envbox, and of the label app.kubernetes.io/version. A digest comes before it for the image alone.',
      default: version.version,
      format: 'imageTag',
      see: SEE,
    }),
    digest: text({
      description: 'Digest "sha256:..." that pins the image, whatever its tag points to.',
      default: '',
      format: 'imageDigest',
      see: SEE,
    }),
    pullPolicy: choice(['Always', 'IfNotPresent', 'Never'], {
      description: 'When the kubelet pulls the image.',
      default: 'Always',
      see: `${SEE}#image-pull-policy`,
    }),
    pullSecrets: textList({
      description: 'Names of Secrets with credentials for the registry.',
      default: [],
      format: 'dnsSubdomain',
      see: `${SEE}#specifying-imagepullsecrets-on-a-pod`,
    }),
  });
}
