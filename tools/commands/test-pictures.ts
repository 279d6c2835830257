// npm run test:pictures: each panel of each dashboard, drawn by Grafana's own components, and what must be seen. docs/testing.md says more.
import { runPictures } from '../pictures';

export async function main(): Promise<number> {
  return await runPictures();
}
