// npm run test:all: npm test with all cases, not a share of them.
import process from 'node:process';
import { main as test } from './test';

export async function main(args: readonly string[]): Promise<number> {
  process.env['TEST_ALL'] = '1';
  return await test(args);
}
