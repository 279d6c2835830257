import type { CoderdVersion } from '../versions';
import { annotations, labels, section, text } from '../../engine/values';
import { coderd } from './coderd-values';
import { certificates, gateway, hosts, ingress } from './exposure-values';
import { image } from './image-values';
import {
  clientTls,
  oidc,
  proxy,
  reverseProxy,
  satellite,
  scim,
  superAdmin,
  tls,
  trustedCertificate,
} from './connection-values';
import { database } from './database-values';
import { evaluationDatabase } from './evaluation-database-values';
import { metrics } from './metrics-values';
import { networkPolicies } from './network-values';
import { rbac, serviceAccount, workspaceServiceAccount } from './access-values';
import { envbox, goRuntime, logging, telemetry, workspaces } from './runtime-values';
import { autoscaling, podDisruptionBudget } from './scaling-values';
import { service } from './service-values';

/** Declares every value for a version of coderd. */
export function declare(version: CoderdVersion) {
  return section(
    `Values of the Helm chart "coder": Coder's control plane, coderd ${version.version}. A missing key is the default; null or "" is "not set". Reference: README.md.`,
    {
      nameOverride: text({
        description: 'Value of the label app.kubernetes.io/name instead of "coder".',
        default: '',
        format: 'dnsLabel',
      }),
      fullnameOverride: text({
        description: 'Prefix of every object name instead of the release name; "coder" gives Coder\'s own names.',
        default: '',
        format: 'dnsLabel',
      }),
      commonLabels: labels({
        description: 'Labels for every object and for the pods; never part of a selector.',
        default: {},
      }),
      commonAnnotations: annotations({ description: 'Annotations for every object and for the pods.', default: {} }),
      image: image(version),
      coderd: coderd(version),
      podDisruptionBudget,
      autoscaling,
      goRuntime,
      database: database(version),
      evaluationDatabase: evaluationDatabase(version),
      tls,
      clientTls,
      trustedCertificate,
      proxy: proxy(version),
      reverseProxy,
      satellite,
      oidc,
      scim,
      superAdmin,
      logging: logging(version),
      telemetry,
      clusterDomain: text({
        description: 'Domain of the cluster, with which coderd finds the API server.',
        default: version.clusterDomain,
        format: 'dnsSubdomain',
      }),
      envbox,
      workspaces,
      service,
      hosts,
      ingress,
      gateway,
      certificates,
      serviceAccount,
      rbac,
      workspaceServiceAccount: workspaceServiceAccount(version),
      networkPolicies,
      metrics: metrics(version),
    },
  );
}

/** The declaration of Coder's values, as a type. */
export type CoderValues = ReturnType<typeof declare>;
