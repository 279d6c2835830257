import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from '../components';
import { messageOf } from '../setup/index.cjs';
import { bundlePage } from './bundle';
import { installGrafana } from './install';
import type { Seen, Spec } from './shared';
import { servePage } from './server';

/** What draws dashboards. */
export interface Drawer {
  /** Draws a dashboard, and tells what is seen. */
  readonly draw: (spec: Spec) => Promise<Seen>;
  /** The picture of what was drawn last. */
  readonly picture: (type: 'png' | 'webp') => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

/** The few things of puppeteer-core that are used; its types are in a package that is installed only here. */
interface Puppeteer {
  readonly launch: (options: object) => Promise<Browser>;
}
interface Browser {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
}
interface Page {
  readonly on: (event: 'pageerror', listener: (error: Error) => void) => void;
  readonly goto: (url: string, options: object) => Promise<unknown>;
  readonly setViewport: (size: { readonly width: number; readonly height: number }) => Promise<void>;
  readonly evaluate: (script: string) => Promise<unknown>;
  readonly screenshot: (options: object) => Promise<Uint8Array>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Starts a browser whose page draws dashboards with the data of a Prometheus. */
export async function startDrawer(prometheus: string): Promise<Drawer> {
  const [packages, browser] = [await installGrafana(), await chromium()];
  const server = await servePage(packages, await bundlePage(packages), prometheus);
  const puppeteer = createRequire(path.join(packages, 'package.json'))('puppeteer-core') as Puppeteer;
  const running = await puppeteer.launch({
    executablePath: browser.path,
    env: browser.env,
    args: FLAGS,
    headless: 'shell',
  });
  const page = await running.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(server.url, { waitUntil: 'load' });
  const draw = async (spec: Spec): Promise<Seen> => {
    await page.setViewport({ width: spec.width, height: 1080 });
    const failed = await page.evaluate(`draw(${JSON.stringify(spec)})`).then(() => '', messageOf);
    const said = [...problems.splice(0), failed].filter((one) => one !== '');
    if (said.length > 0) throw new Error(`the page of ${spec.dashboard.uid}: ${said[0] ?? ''}`);
    return (await page.evaluate('seen()')) as Seen;
  };
  return {
    draw,
    picture: async (type) =>
      await page.screenshot({ type, fullPage: true, ...(type === 'png' ? {} : { quality: 80 }) }),
    stop: async () => {
      await running.close();
      server.stop();
    },
  };
}
