import fs from 'node:fs';
import path from 'node:path';
import { SetUpError } from '../setup/index.cjs';
import { unpackDebian } from './apt';
import { binaryOfEnvironment } from './binary';
import { cacheKey, provide } from './cache';
import { withProgress } from './progress';

/** The release of Debian 12, which stays on its mirrors; the newer ones of its security updates come and go. */
const version = '150.0.7871.100-1~deb12u1';
const pins = [
  {
    package: 'chromium-headless-shell',
    version,
    sha256: 'a6d195a93c6d4ee6ea17e99a183d52bd49599138f395a5c861a29ac592e081ee',
  },
  {
    package: 'chromium-common',
    version,
    sha256: '31326f6b71ce20a52e7bea9792bf7135d4ff802e1cdbc250960b1b46729998d2',
  },
];

/** Libraries that it loads, and a font for what the fonts of a page lack. */
const libraries = `
  libasound2 libasyncns0 libatk1.0-0 libatspi2.0-0 libblkid1 libbrotli1 libbsd0 libcap2 libdav1d6 libdbus-1-3 libdouble-conversion3
  libdrm2 libexpat1 libffi8 libflac12 libfontconfig1 libfreetype6 libgbm1 libgcc-s1 libgcrypt20 libglib2.0-0 libgpg-error0
  libgraphite2-3 libharfbuzz-subset0 libharfbuzz0b libjpeg62-turbo liblz4-1 liblzma5 libmd0 libminizip1 libmount1 libmp3lame0
  libmpg123-0 libnspr4 libnss3 libogg0 libopenh264-7 libopus0 libpcre2-8-0 libpng16-16 libpulse0 libselinux1 libsndfile1
  libsqlite3-0 libstdc++6 libsystemd0 libudev1 libvorbis0a libvorbisenc2 libwayland-server0 libx11-6 libx11-xcb1 libxau6 libxcb1
  libxcomposite1 libxdamage1 libxdmcp6 libxext6 libxfixes3 libxi6 libxkbcommon0 libxnvctrl0 libxrandr2 libxrender1 libzstd1 zlib1g
  fonts-dejavu-core
`
  .trim()
  .split(/\s+/);

/** Its libraries are beside it, not in the system. */
const FOLDERS = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'];
const INSIDE = ['', '/pulseaudio', '/nss'];

/** A browser without a window, ready to run. */
export interface Chromium {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Chromium out of Debian's packages, which are unpacked into the cache and never installed. CHROMIUM names a browser to use instead.
 * Throws a SetUpError of one line where apt-get cannot get the packages.
 */
export async function chromium(): Promise<Chromium> {
  const given = await binaryOfEnvironment('CHROMIUM', version);
  if (given !== undefined) return { path: given, env: { ...process.env, TZ: 'UTC' } };
  const folder = await provide(
    `debian-chromium-${version.split('-')[0] ?? ''}-${cacheKey([pins, libraries])}`,
    (draft) => withProgress(`getting Debian's Chromium ${version}`, () => unpack(draft)),
  );
  const paths = FOLDERS.flatMap((one) => INSIDE.map((inside) => path.join(folder, one + inside)));
  return {
    path: path.join(folder, 'usr/lib/chromium/chromium-headless-shell'),
    env: {
      ...process.env,
      TZ: 'UTC',
      LD_LIBRARY_PATH: paths.join(path.delimiter),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

async function unpack(draft: string): Promise<void> {
  await unpackDebian(draft, { pins, others: libraries, failure });
  const fonts = '<?xml version="1.0"?><fontconfig><dir prefix="relative">usr/share/fonts</dir></fontconfig>\n';
  fs.writeFileSync(path.join(draft, 'fonts.conf'), fonts);
}

function failure(reason: string): Error {
  return new SetUpError(
    `pictures need Chromium ${version} of Debian 12: ${reason}; set CHROMIUM to a browser of yours`,
  );
}
