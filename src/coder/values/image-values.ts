import type { CoderdFacts } from '../versions';
import { choice, section, text, textList, textSet } from '../../engine/values';
import { ONES_BY_NAME } from './words';

const SEE = 'https://kubernetes.io/docs/concepts/containers/images/';

/** The image of coderd. */
export function image(version: CoderdFacts) {
  return section('Image of coderd, for its migrations too.', {
    registry: text({
      description: 'Registry host of coderd and envbox, with a path for mirrors.',
      default: version.image.registry,
      format: 'imageRegistry',
      see: SEE,
    }),
    repository: text({
      description: 'Repository of coderd in the registry.',
      default: version.image.repository,
      format: 'imageRepository',
      see: SEE,
    }),
    envboxRepository: text({
      description: 'Repository of envbox, which coderd starts; for another registry or tag, set envbox.image.',
      default: version.image.envboxRepository,
      format: 'imageRepository',
      see: SEE,
    }),
    tag: text({
      description:
        'Tag of coderd and envbox, and the label app.kubernetes.io/version. A digest replaces it for coderd alone.',
      default: version.version,
      format: 'imageTag',
      see: SEE,
    }),
    digest: text({
      description: 'Digest "sha256:..." of the image, whatever its tag points to.',
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
      isSet: true,
      default: [],
      format: 'dnsSubdomain',
      see: `${SEE}#specifying-imagepullsecrets-on-a-pod`,
    }),
    pullSecretsByName: textSet({ description: ONES_BY_NAME, default: {}, names: 'dnsSubdomain' }),
  });
}
