import { type Case } from '../../support/law';
import type { Objects } from '../../support/manifests';
import { type Pod, type Policy, allows } from '../../support/network-policies';
import { containers, coder, dig, listAt, podTemplate, selects, variable } from '../../docs/coder';
import { podSecurityFindings } from '../../examples/pod-security';
import type { Json } from '../../../src/engine/expr';

const EVALUATION = { enabled: true, passwordSecret: { name: 'trial', key: 'pw' } };

/** An installation with the database for trials. */
function trial(others: Case['values'] = {}, release = 'coder'): Objects {
  return coder({ evaluationDatabase: EVALUATION, ...others }, release);
}

function objectOf(objects: Objects, kind: string, name = 'coderd-database'): Json {
  const found = objects[`${kind}/${name}`];
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

const databaseTemplate = (objects: Objects): Json | undefined =>
  dig(objectOf(objects, 'StatefulSet'), 'spec', 'template');
const databaseContainer = (objects: Objects): Json | undefined =>
  listAt(databaseTemplate(objects), 'spec', 'containers')[0];

/** A variable of coderd as text, or the Secret and key that it comes from. */
function told(container: Json | undefined, name: string): unknown {
  const { value, valueFrom } = (variable(container, name) ?? {}) as Readonly<Record<string, Json>>;
  return value ?? dig(valueFrom, 'secretKeyRef');
}

describe('coderd finds the database for trials', () => {
  test('by the name of its Service, as the user and with the password that its first start makes', () => {
    const objects = trial({ clusterDomain: 'corp.internal' });
    const database = databaseContainer(objects);
    const password = listAt(databaseTemplate(objects), 'spec', 'volumes').find(
      (one) => dig(one, 'secret') !== undefined,
    );
    expect(dig(password, 'secret', 'secretName')).toBe('trial');
    expect(dig(password, 'secret', 'items', 0, 'key')).toBe('pw');
    for (const container of containers(objects)) {
      expect(told(container, 'DB_HOST')).toBe('coderd-database.coder.svc.corp.internal');
      expect(told(container, 'DB_PORT')).toBe(JSON.stringify(dig(database, 'ports', 0, 'containerPort')));
      expect(told(container, 'DB_USER')).toBe(told(database, 'POSTGRES_USER'));
      expect(told(container, 'DB_NAME')).toBe(told(database, 'POSTGRES_DB'));
      expect(told(container, 'DB_PASSWORD')).toEqual({ name: 'trial', key: 'pw' });
      expect(told(container, 'DB_SSL_MODE')).toBe('disable');
    }
  });

  test('and reads that password from a file where it shall be in no variable', () => {
    const objects = trial({ database: { passwordAsFile: true } });
    const volumes = listAt(podTemplate(objects), 'spec', 'volumes');
    expect(volumes).toContainEqual({ name: 'pgpassword', secret: { secretName: 'trial' } });
    for (const container of containers(objects)) {
      expect(told(container, 'DB_PASSWORD')).toBeUndefined();
      expect(told(container, 'DB_PASSWORD_PATH')).toBe('/run/secrets/trial/pw');
      const mount = { name: 'pgpassword', mountPath: '/run/secrets/trial', readOnly: true };
      expect(listAt(container, 'volumeMounts')).toContainEqual(mount);
    }
  });

  test('and a variable that says another one is refused, with the value that says this one', () => {
    for (const name of ['DB_HOST', 'DB_PORT', 'DB_USER', 'DB_NAME', 'DB_PASSWORD', 'DB_SSL_MODE'])
      for (const given of [{ env: { [name]: { value: 'x' } } }, { extraEnv: [{ name, value: 'x' }] }])
        expect(() => trial({ coderd: given })).toThrow(`got "${name}", which values.evaluationDatabase.enabled sets`);
  });

  test('with a pool of its own size', () => {
    expect(told(containers(trial({ database: { poolSize: 7 } }))[0], 'CODER_MAX_DB_CONNECTIONS')).toBe('7');
  });

  test('where coderd is deployed, and nowhere else', () => {
    expect(Object.keys(trial({ coderd: { enabled: false } })).filter((key) => key.endsWith('-database'))).toEqual([]);
  });
});

describe('the pod of the database', () => {
  const objects = trial();
  const template = databaseTemplate(objects);
  const labels = dig(template, 'metadata', 'labels');

  test('meets the Pod Security Standard "restricted", also without ids, and has no token', () => {
    const anyId = databaseTemplate(trial({ evaluationDatabase: { ...EVALUATION, userId: '' } }));
    for (const one of [template, anyId]) {
      expect(podSecurityFindings(dig(one, 'spec') as Parameters<typeof podSecurityFindings>[0])).toEqual([]);
      expect(dig(one, 'spec', 'automountServiceAccountToken')).toBe(false);
    }
    const ids = ['runAsUser', 'runAsGroup', 'fsGroup'];
    expect(ids.map((id) => dig(template, 'spec', 'securityContext', id))).toEqual([70, 70, 70]);
    expect(ids.map((id) => dig(anyId, 'spec', 'securityContext', id))).toEqual(ids.map(() => undefined));
  });

  test('is found by its own Service and StatefulSet, and by nothing that looks for coderd', () => {
    const own = ['Service', 'StatefulSet'].map((kind) => dig(objectOf(objects, kind), 'spec', 'selector'));
    expect(selects(own[0], labels)).toBe(true);
    expect(selects(dig(own[1], 'matchLabels'), labels)).toBe(true);
    const coderd = [
      dig(objectOf(objects, 'Service', 'coderd'), 'spec', 'selector'),
      dig(objectOf(objects, 'Deployment', 'coderd'), 'spec', 'selector', 'matchLabels'),
      dig(objectOf(objects, 'PodMonitor', 'master-monitor'), 'spec', 'selector', 'matchLabels'),
    ];
    expect(coderd.map((selector) => selects(selector, labels))).toEqual([false, false, false]);
    expect(own.some((selector) => selects(selector, dig(podTemplate(objects), 'metadata', 'labels')))).toBe(false);
  });

  test('writes only to what is mounted: its root file system is read-only', () => {
    const container = databaseContainer(objects);
    const mounts = listAt(container, 'volumeMounts').map((mount) => dig(mount, 'mountPath') as string);
    expect(dig(container, 'securityContext', 'readOnlyRootFilesystem')).toBe(true);
    expect(mounts).toEqual(expect.arrayContaining(['/tmp', '/var/run/postgresql']));
    for (const name of ['PGDATA', 'POSTGRES_PASSWORD_FILE']) {
      const file = String(told(container, name));
      expect(mounts.some((folder) => file.startsWith(`${folder}/`))).toBe(true);
    }
    const volumes = listAt(template, 'spec', 'volumes').map((volume) => dig(volume, 'name'));
    const claims = listAt(objectOf(objects, 'StatefulSet'), 'spec', 'volumeClaimTemplates');
    const all = [...volumes, ...claims.map((claim) => dig(claim, 'metadata', 'name'))];
    expect(all.sort()).toEqual(
      listAt(container, 'volumeMounts')
        .map((mount) => dig(mount, 'name'))
        .sort(),
    );
  });

  test('keeps its volume claim as it is whatever labels come later, since Kubernetes refuses a change', () => {
    const claim = (values: Case['values']): string =>
      JSON.stringify(listAt(objectOf(trial(values), 'StatefulSet'), 'spec', 'volumeClaimTemplates'));
    const later = { commonLabels: { team: 'a' }, commonAnnotations: { b: 'c' }, image: { tag: '1.36.3' } };
    expect(claim(later)).toBe(claim({}));
  });
});

describe('with the policies of a trial', () => {
  const LABELS = (objects: Objects, of: 'Deployment/coderd' | 'StatefulSet/coderd-database'): Pod => ({
    namespace: 'coder',
    labels: dig(objects[of], 'spec', 'template', 'metadata', 'labels') as Pod['labels'],
  });
  const policiesOf = (objects: Objects): readonly Policy[] =>
    Object.entries(objects).flatMap(([key, object]) =>
      key.startsWith('NetworkPolicy/') ? [JSON.parse(JSON.stringify(object)) as Policy] : [],
    );
  const RESTRICTED = {
    coderd: { egress: { restricted: true, apiServer: { peers: [{ ipBlock: { cidr: '10.0.0.1/32' } }] } } },
  };
  const OTHERS: readonly Pod[] = [
    { namespace: 'coder', labels: { 'com.coder.resource': 'true' } },
    { namespace: 'coder', labels: { 'coder.deployment': 'other-coderd' } },
    { namespace: 'monitoring', labels: { app: 'prometheus' } },
  ];

  test.each([
    ['open', {}],
    ['restricted', RESTRICTED],
  ])('coderd reaches the port of the database, with egress %s, and no other', (_, networkPolicies) => {
    const objects = trial({ networkPolicies });
    const [from, to] = [LABELS(objects, 'Deployment/coderd'), LABELS(objects, 'StatefulSet/coderd-database')];
    const reached = [22, 2112, 5432, 5433, 8080].filter((port) => allows(policiesOf(objects), { from, to, port }));
    expect(reached).toEqual([5432]);
    expect(allows(policiesOf(objects), { from, to, port: 5432, protocol: 'UDP' })).toBe(false);
  });

  test('nobody else reaches it, and it reaches nobody', () => {
    const objects = trial();
    const policies = policiesOf(objects);
    const database = LABELS(objects, 'StatefulSet/coderd-database');
    for (const other of [...OTHERS, { ip: '203.0.113.7' }]) {
      expect(allows(policies, { from: other, to: database, port: 5432 })).toBe(false);
      expect(allows(policies, { from: database, to: other, port: 443 })).toBe(false);
      expect(allows(policies, { from: database, to: other, port: 53, protocol: 'UDP' })).toBe(false);
    }
    expect(allows(policies, { from: database, to: LABELS(objects, 'Deployment/coderd'), port: 8080 })).toBe(false);
  });

  test('without its own, which has a switch, others reach it', () => {
    const objects = trial({ networkPolicies: { evaluationDatabase: { enabled: false } } });
    const to = LABELS(objects, 'StatefulSet/coderd-database');
    expect(OTHERS.map((from) => allows(policiesOf(objects), { from, to, port: 5432 }))).toEqual([true, true, true]);
  });
});
