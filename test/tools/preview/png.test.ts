import { renderDashboard, toPng } from '../../../tools/preview';
import { OPTIONS, SampleSource, constant, only } from './sample';

const source = new SampleSource({ q: [constant(1)] });

/** Width and height, as the header of a PNG has them. */
function sizeOf(png: Uint8Array): readonly [width: number, height: number] {
  const view = Buffer.from(png);
  return [view.readUInt32BE(16), view.readUInt32BE(20)];
}

test('a PNG has the size of the SVG, or a multiple of it', async () => {
  const svg = await renderDashboard(only({}), source, { ...OPTIONS, width: 700 });
  const png = await toPng(svg);
  expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = sizeOf(png);
  expect(width).toBe(700);
  expect(svg).toContain(`height="${height}"`);
  expect(sizeOf(await toPng(svg, 2))).toEqual([1400, height * 2]);
});

test('a PNG has the same bytes each time', async () => {
  const svg = await renderDashboard(only({}), source, OPTIONS);
  expect(Buffer.from(await toPng(svg)).equals(Buffer.from(await toPng(svg)))).toBe(true);
});

test('a PNG shows the texts: without them it is another picture', async () => {
  const svg = await renderDashboard(only({}), source, OPTIONS);
  const mute = svg.replace(/<text[^>]*>[^<]*<\/text>/g, '');
  expect(Buffer.from(await toPng(svg)).equals(Buffer.from(await toPng(mute)))).toBe(false);
});
