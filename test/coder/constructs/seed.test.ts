import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, Chart, YamlOutputType } from 'cdk8s';
import { coderManifestFiles } from '../../../src/cli';
import { Coder } from '../../../src/coder/constructs';
import { temporaryDirectory } from '../../support/folder';

/** The PodMonitor of Coder's documentation, release 1.36, byte for byte. */
const DOCUMENTED = `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: master-monitor
  namespace: coder
spec:
  selector:
    matchLabels:
      app.kubernetes.io/component: coderd
  podMetricsEndpoints:
    - port: prom-coderd
`;

const FILE = 'PodMonitor.master-monitor.yaml';

describe('the PodMonitor of a release called coder in a namespace called coder is the documented one, byte for byte,', () => {
  test('in the committed manifests', () => {
    expect(fs.readFileSync(path.join(__dirname, '../../../dist', FILE), 'utf8')).toBe(DOCUMENTED);
  });

  test('in the synthesized manifests', () => {
    expect(coderManifestFiles({}, { releaseName: 'coder', namespace: 'coder' }).get(FILE)).toBe(DOCUMENTED);
  });

  test('in the output of a plain cdk8s App', () => {
    const outdir = temporaryDirectory();
    const app = new App({ outdir, outputFileExtension: '.yaml', yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    new Coder(new Chart(app, 'coder'), 'coder');
    app.synth();
    expect(fs.readFileSync(path.join(outdir, FILE), 'utf8')).toBe(DOCUMENTED);
  });
});
