import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import process from 'node:process';
import { temporaryDirectory } from './folder';
import { remembered } from './remembered';

/** A chart, and a file beside it; unlike those of any other run. */
function chartAndValues(): { readonly chart: string; readonly values: string } {
  const folder = temporaryDirectory();
  const [chart, values] = [path.join(folder, 'chart'), path.join(folder, 'values.yaml')];
  fs.mkdirSync(path.join(chart, 'templates'), { recursive: true });
  fs.writeFileSync(path.join(chart, 'templates', 'a.yaml'), randomUUID());
  fs.writeFileSync(values, 'a: 1\n');
  return { chart, values };
}

/** Whether a program had to be asked. */
async function isAsked(args: readonly string[], stdout = 'printed', program = process.execPath): Promise<boolean> {
  let times = 0;
  const result = await remembered(program, args, () => {
    times++;
    return Promise.resolve({ code: 0, stdout, stderr: '' });
  });
  expect(result).toEqual({ code: 0, stdout, stderr: '' });
  return times > 0;
}

describe('what a client printed is recalled', () => {
  test('for the same contents, wherever they are', async () => {
    const { chart, values } = chartAndValues();
    const args = ['template', 'a', chart, '--values', values];
    expect([await isAsked(args), await isAsked(args)]).toEqual([true, false]);
    const copy = temporaryDirectory();
    fs.cpSync(path.dirname(chart), copy, { recursive: true });
    expect(await isAsked(['template', 'a', path.join(copy, 'chart'), '--values', path.join(copy, 'values.yaml')])).toBe(
      false,
    );
  });

  test.each<[string, (chart: string, values: string) => void]>([
    [
      'in the chart',
      (chart) => {
        fs.appendFileSync(path.join(chart, 'templates', 'a.yaml'), ' ');
      },
    ],
    [
      'in the name of a file',
      (chart) => {
        fs.renameSync(path.join(chart, 'templates'), path.join(chart, 'files'));
      },
    ],
    [
      'in an empty file more',
      (chart) => {
        fs.writeFileSync(path.join(chart, 'b'), '');
      },
    ],
    [
      'in the values',
      (_, values) => {
        fs.appendFileSync(values, 'b: 2\n');
      },
    ],
  ])('but not after a change %s', async (_, change) => {
    const { chart, values } = chartAndValues();
    const args = ['template', 'a', chart, '--values', values];
    await isAsked(args);
    change(chart, values);
    expect(await isAsked(args)).toBe(true);
  });

  test('but not for other arguments, another file of --set-file or another program', async () => {
    const { chart, values } = chartAndValues();
    await isAsked(['template', 'a', chart]);
    await isAsked(['template', 'a', chart, '--set-file', `a=${values}`]);
    fs.appendFileSync(values, 'b: 2\n');
    expect(await isAsked(['template', 'b', chart])).toBe(true);
    expect(await isAsked(['template', 'a', chart, '--set-file', `a=${values}`])).toBe(true);
    expect(await isAsked(['template', 'a', chart], 'printed', __filename)).toBe(true);
  });

  test('but not where it names a path, which the next run does not have', async () => {
    const { chart } = chartAndValues();
    const args = ['template', 'a', chart];
    expect([await isAsked(args, `no ${chart}`), await isAsked(args, `no ${chart}`)]).toEqual([true, true]);
  });
});
