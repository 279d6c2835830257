import type { WebChartProps } from './web-chart';

export const PROPS: WebChartProps = {
  image: 'nginxinc/nginx-unprivileged:1.29',
  replicas: 2,
  port: 8080,
  greeting: 'world',
  memory: 128,
  readOnly: true,
  annotations: {},
  hosts: ['web.example.com'],
};
