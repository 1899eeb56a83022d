import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

// Leaves out what the action never calls, before ncc packages the rest: Node compiles a file whole when it loads it, and
// most of the time that a step takes to start goes into that. ncc keeps every function of a package that is imported.

const root = join(import.meta.dirname, '..');
// The folder of the innermost package that a file belongs to, from the root on.
const PACKAGE = /.*\/(node_modules\/(?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/;
const bundle = await rolldown({
  cwd: root,
  input: { index: 'build/src/index.js', post: 'build/src/post.js' },
  platform: 'node',
  // The packages' ES modules: of CommonJS nothing can be left out.
  resolve: { mainFields: ['module', 'main'] },
  treeshake: {
    // These two do not say in their package.json that importing them does nothing. Of core only the commands and the
    // summary stay, and not its HTTP client with undici; of github only the context, and not octokit.
    moduleSideEffects: [{ test: /@actions\/(core|github)\//, sideEffects: false }],
  },
});
const { output } = await bundle.write({
  dir: 'build/bundle',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
});
await bundle.close();

interface Package {
  readonly name: string;
  readonly license: string;
}

/** The license texts of the packages whose code is left, in the layout that ncc's `--license` writes. */
function licensesOf(folders: Iterable<string>): string {
  const texts = [...folders].sort().map((folder) => {
    const { name, license } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    ) as Package;
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8');
    // One kind of line end, whatever a package has: the file is the same from every checkout.
    return [name, license, text.trim().replaceAll('\r\n', '\n')].filter(Boolean).join('\n');
  });
  return `${[...new Set(texts)].join('\n\n')}\n`;
}

const modules = output.flatMap((part) =>
  part.type === 'chunk' ? Object.entries(part.modules) : [],
);
const packages = modules.flatMap(([path, { renderedLength }]) =>
  renderedLength > 0 ? (PACKAGE.exec(path)?.[1] ?? []) : [],
);
mkdirSync(join(root, 'dist'));
writeFileSync(join(root, 'dist', 'licenses.txt'), licensesOf(new Set(packages)));
