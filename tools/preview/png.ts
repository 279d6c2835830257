import { renderAsync } from '@resvg/resvg-js';

/** The picture as PNG, `scale` times as large, with its own font: it looks the same on every machine. */
export async function toPng(svg: string, scale = 1): Promise<Uint8Array> {
  const fontFiles = [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ];
  const family = 'DejaVu Sans';
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family };
  const picture = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: scale } });
  return picture.asPng();
}
