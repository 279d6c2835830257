import { helmTemplate, inParallel } from '../../support/helm';
import { differences, parseObjects } from '../../support/manifests';
import { helmsAt } from '../../support/share';
import { CHART, objectsIn, synth, valuesFile } from '../../cli/command';

/** Values files that are given together. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'maps are merged, the last file wins, lists are replaced': [
    'commonLabels: {a: "1", b: "1"}\ncoderd: {replicas: 2, extraEnv: [{name: A, value: one}]}\n',
    'commonLabels: {b: "2"}\ncoderd: {replicas: 3, extraEnv: [{name: B, value: two}]}\n',
  ],
  'variables of several files are all there, and of one name the last': [
    'coderd: {env: {DB_HOST: {value: one}, DB_PASSWORD: {valueFrom: {secretKeyRef: {name: a, key: b}}}}}\n',
    'coderd: {env: {DEVURL_HOST: {value: "*.example.com"}, DB_HOST: {value: two}}}\n',
  ],
  'a variable with a text in one file and a source in another is refused': [
    'coderd: {env: {DB_PASSWORD: {value: x}}}\n',
    'coderd: {env: {DB_PASSWORD: {valueFrom: {secretKeyRef: {name: a, key: b}}}}}\n',
  ],
  'a variable with a source in place of a text, which null takes out': [
    'coderd: {env: {DB_PASSWORD: {value: x}, A: {value: a}}}\n',
    'coderd: {env: {DB_PASSWORD: {value: null, valueFrom: {secretKeyRef: {name: a, key: b}}}, A: null}}\n',
  ],
  'null is "not set"': [
    'coderd: {replicas: 2, extraEnv: [{name: A, value: x}]}\nimage: {digest: ""}\n',
    'coderd: {replicas: null, extraEnv: ~, podSecurityContext: {runAsUser: null}}\nimage: {digest: }\n',
  ],
  'null where there must be something is refused': ['image: {tag: v1}\n', 'image: {tag: }\n'],
  'null for an entry takes it out': [
    'coderd: {nodeSelector: {disk: ssd}}\ncommonAnnotations: {a: "1", b: "2"}\n',
    'coderd: {nodeSelector: {disk: null, kubernetes.io/arch: null}}\ncommonAnnotations: {a: null}\n',
  ],
  'a map after null after a map': [
    'coderd: {lifecycle: {preStop: {exec: {command: [a]}}}}\n',
    'coderd: {lifecycle: null}\n',
    'coderd: {lifecycle: {postStart: {exec: {command: [b]}}}}\n',
  ],
  'a text in the place of a map is refused': ['service: {type: NodePort}\n', 'service: NodePort\n'],
  'a map in the place of a list is refused': ['coderd: {extraEnv: []}\n', 'coderd: {extraEnv: {A: x}}\n'],
  'what one file says wrong, another may put right': ['coderd: {replicas: many}\n', 'coderd: {replicas: 2}\n'],
  'empty files say nothing': ['', '# nothing\n', 'null\n', '---\n', '{}\n'],
  'values for all charts': ['global: {imageRegistry: a.b, list: [1]}\n', 'global: {other: {}}\n'],
  'objects that a value switches off': [
    'service: {enabled: no}\nrbac: {create: off}\nmetrics: {monitor: {kind: None}, rules: {job: mine}}\n',
  ],
  'a byte order mark and CRLF': [
    '\ufeffcoderd:\r\n  replicas: 2\r\n  podAnnotations:\r\n    a: |\r\n      b\r\n      c\r\n',
  ],
  'anchors and merge keys': [
    'commonLabels: &team {team: ide}\ncommonAnnotations: {<<: *team, b: c}\ncoderd: {podLabels: *team}\n',
  ],
  'words and numbers of YAML 1.1': [
    'coderd: {enabled: yes, terminationGracePeriodSeconds: 0777, replicas: 1_0}\nservice: {http: {port: 0x50}}\n',
  ],
  'texts that look like dates and times': ['commonAnnotations: {a: 2020-01-01, b: 1:30, c: "1e3", d: "on"}\n'],
};

describe('values files mean the same to synth and to Helm 3 and 4:', () => {
  test.each(Object.entries(TOGETHER).map(([claim, texts], turn) => ({ claim, texts, turn })))(
    '$claim',
    async ({ claim, texts, turn }) => {
      const { run, out } = synth(texts);
      expect(run.status).toBe(claim.endsWith('is refused') ? 1 : 0);
      const args = texts.flatMap((text) => ['--values', valuesFile(text)]);
      await inParallel(helmsAt(turn), async (major) => {
        const { code, stdout } = await helmTemplate(major, CHART, { args });
        expect(code).toBe(run.status);
        if (code === 0) expect(differences(objectsIn(out), parseObjects(stdout))).toEqual([]);
      });
    },
  );
});
