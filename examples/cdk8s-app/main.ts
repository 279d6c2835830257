import { App } from 'cdk8s';
import { PROPS } from './props';
import { WebChart } from './web-chart';

const app = new App();
new WebChart(app, 'web', PROPS);
app.synth();
