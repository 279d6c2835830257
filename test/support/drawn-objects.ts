import { ApiObject, JsonPatch, Lazy, Size } from 'cdk8s';
import type { IPodSelector } from 'cdk8s-plus-27';
import { container, type Use } from './drawn-workloads';

const service: Use = (scope, kplus, draw) => {
  const made = new kplus.Service(scope, 'Service', {
    ports: [
      {
        port: draw.port(),
        ...draw.some({ name: () => draw.word(), targetPort: () => draw.port(), nodePort: () => draw.port() }),
      },
    ],
    ...draw.some({
      clusterIP: () => draw.text(),
      externalIPs: () => draw.list(),
      loadBalancerSourceRanges: () => draw.list(),
      metadata: () => ({ labels: draw.map(), annotations: draw.map() }),
    }),
  });
  draw.maybe(() => {
    made.selectLabel(draw.word(), draw.text());
  });
  draw.maybe(() => {
    made.bind(draw.port(), { name: draw.word(), ...draw.some({ nodePort: () => draw.port() }) });
  });
};

const ingress: Use = (scope, kplus, draw) => {
  const backend = kplus.IngressBackend.fromService(
    new kplus.Service(scope, 'Service', { ports: [{ port: draw.port() }] }),
  );
  const path = draw.mostly(
    () => `/${draw.word()}`,
    () => draw.text(),
  );
  const made = new kplus.Ingress(scope, 'Ingress', {
    rules: [{ host: draw.text(), path, backend }],
    ...draw.some({
      className: () => draw.text(),
      tls: () => [{ hosts: draw.list(), secret: kplus.Secret.fromSecretName(scope, 'Tls', draw.word()) }],
      metadata: () => ({ annotations: draw.map() }),
    }),
  });
  draw.maybe(() => {
    made.addHostRule(draw.text(), '/more', backend);
  });
  draw.maybe(() => {
    made.addDefaultBackend(backend);
  });
};

const config: Use = (scope, kplus, draw) => {
  const made = new kplus.ConfigMap(scope, 'Map', {
    data: draw.of(
      () => ({ text: draw.text(), more: `${draw.text()} {{ a }}` }),
      () => draw.map(),
      () => ({ fixed: 'a', ...draw.map() }),
    )(),
    ...draw.some({ immutable: () => draw.flag(), metadata: () => ({ labels: draw.map() }) }),
  });
  draw.maybe(() => {
    made.addData('added', draw.text());
  });
};

const secrets: Use = (scope, kplus, draw) => {
  new kplus.Secret(scope, 'Secret', {
    stringData: { fixed: 'a', password: draw.text(), ...draw.map() },
    immutable: draw.flag(),
  });
  draw.maybe(() => new kplus.BasicAuthSecret(scope, 'Basic', { username: draw.text(), password: draw.text() }));
  draw.maybe(() => new kplus.TlsSecret(scope, 'Tls', { tlsCert: draw.text(), tlsKey: draw.text() }));
  draw.maybe(
    () => new kplus.DockerConfigSecret(scope, 'Docker', { data: { auths: draw.text(), count: draw.count() } }),
  );
};

const storage: Use = (scope, kplus, draw) => {
  new kplus.PersistentVolumeClaim(
    scope,
    'Claim',
    draw.some({
      storage: () => Size.gibibytes(draw.count()),
      storageClassName: () => draw.text(),
      metadata: () => ({ labels: draw.map() }),
    }),
  );
  draw.maybe(
    () =>
      new kplus.AwsElasticBlockStorePersistentVolume(scope, 'Volume', {
        volumeId: draw.text(),
        ...draw.some({
          fsType: () => draw.text(),
          partition: () => draw.count(),
          readOnly: () => draw.flag(),
          mountOptions: () => draw.list(),
        }),
      }),
  );
};

const network: Use = (scope, kplus, draw) => {
  const { NetworkPolicyPort: Port } = kplus;
  const peer = kplus.NetworkPolicyIpBlock.ipv4(
    scope,
    'Block',
    draw.mostly(
      () => '10.0.0.0/8',
      () => draw.text(),
    ),
    draw.list(),
  );
  const pod = new kplus.Pod(scope, 'Pod', { containers: [container(scope, 'Main', kplus, draw)] });
  new kplus.NetworkPolicy(scope, 'Policy', {
    selector: draw.of<() => IPodSelector>(
      () => pod,
      () => kplus.Pods.select(scope, 'Pods', { labels: draw.map() }),
    )(),
    ingress: {
      rules: [
        {
          peer,
          ports: [
            draw.of(
              () => Port.tcp(draw.port()),
              () => Port.tcpRange(draw.port(), draw.port()),
            )(),
          ],
        },
      ],
    },
  });
  draw.maybe(() => {
    pod.connections.allowFrom(peer, { ports: [Port.tcp(draw.port())] });
  });
};

const roles: Use = (scope, kplus, draw) => {
  const role = new kplus.Role(scope, 'Role', { metadata: { labels: draw.map() } });
  role.allow(draw.list(), kplus.ApiResource.custom({ apiGroup: draw.text(), resourceType: draw.word() }));
  role.bind(
    new kplus.ServiceAccount(scope, 'Account', { automountToken: draw.flag() }),
    kplus.User.fromName(scope, 'User', draw.text()),
  );
  draw.maybe(() => {
    const cluster = new kplus.ClusterRole(scope, 'ClusterRole', { aggregationLabels: draw.map() });
    cluster.aggregate('own', draw.text());
    cluster.bindInNamespace(draw.word(), kplus.Group.fromName(scope, 'Group', draw.text()));
  });
  draw.maybe(() => new kplus.Namespace(scope, 'Namespace', { metadata: { labels: draw.map(), name: draw.word() } }));
};

const custom: Use = (scope, _, draw) => {
  const made = new ApiObject(
    scope,
    'Custom',
    Object.assign(
      { apiVersion: 'example.com/v1', kind: 'Sample' },
      {
        metadata: {
          labels: draw.map(),
          ...draw.some({ name: () => draw.word(), namespace: () => draw.word(), annotations: () => draw.map() }),
        },
        spec: {
          text: draw.text(),
          count: draw.count(),
          flag: draw.flag(),
          map: draw.map(),
          list: draw.list(),
          nested: [{ map: draw.map(), list: [draw.list(), draw.text()] }],
          lazy: Lazy.any({ produce: () => 'late' }) as unknown,
        },
      },
    ),
  );
  draw.maybe(() => {
    made.metadata.addLabel('own', draw.text());
  });
  draw.maybe(() => {
    made.metadata.addAnnotation('own', draw.text());
  });
  draw.maybe(() => {
    made.metadata.addFinalizers(draw.word());
  });
  draw.maybe(() => {
    made.metadata.add('extra', draw.map());
  });
  draw.maybe(() => {
    made.addJsonPatch(JsonPatch.replace('/spec/text', draw.text()));
  });
  draw.maybe(() => {
    made.addJsonPatch(
      JsonPatch.add('/spec/added', draw.count()),
      JsonPatch.add('/metadata/labels/patched', draw.text()),
    );
  });
  draw.maybe(() => {
    made.addJsonPatch(JsonPatch.add('/spec/map/own', draw.text()));
  });
  draw.maybe(() => {
    made.addJsonPatch(JsonPatch.add('/spec/flagged', draw.flag()), JsonPatch.remove('/spec/list'));
  });
};

export const OBJECTS = { service, ingress, config, secrets, storage, network, roles, custom };
