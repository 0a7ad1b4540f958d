// After `next build`: the hashes that each page's Content-Security-Policy needs, and smaller copies of everything that is text.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const TEXT = new Set(['.html', '.js', '.css', '.json', '.txt', '.svg', '.map', '.xml', '.ico']);
const SMALLEST = 1024;

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** @param {string} html @param {string} tag */
function inlineHashes(html, tag) {
  const bodies = [
    ...html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g')),
  ].map((match) => match[1] ?? '');
  return [
    ...new Set(
      bodies
        .filter((body) => body !== '')
        .map((body) => `sha256-${createHash('sha256').update(body).digest('base64')}`),
    ),
  ];
}

const files = filesBelow(OUT).filter((file) => !file.endsWith('.br') && !file.endsWith('.gz'));

const manifest = Object.fromEntries(
  files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(file, 'utf8');
      const name = relative(OUT, file)
        .replaceAll('\\', '/')
        .replace(/\.html$/, '');
      return [
        name === 'index' ? '/' : `/${name}`,
        { scripts: inlineHashes(html, 'script'), styles: inlineHashes(html, 'style') },
      ];
    }),
);
writeFileSync(join(OUT, 'csp.json'), `${JSON.stringify(manifest, null, 2)}\n`);

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
await Promise.all(
  files
    .filter((file) => TEXT.has(extname(file)) && statSync(file).size >= SMALLEST)
    .map(async (file) => {
      const body = readFileSync(file);
      writeFileSync(`${file}.br`, await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      writeFileSync(`${file}.gz`, await toGzip(body, { level: 9 }));
    }),
);
