import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commonWords } from '../src/masking/common-words.ts';

// The parts of README.md that are made from other files, between `<!-- NAME -->` and `<!-- /NAME -->`: `npm run build`
// writes them.

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const root = join(import.meta.dirname, '..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile;

function table(heading: string, entries: ActionFile['inputs']): string {
  const rows = Object.entries(entries).map(
    ([name, { description }]) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`,
  );
  return [`| ${heading} | meaning |`, '| --- | --- |', ...rows].join('\n');
}

const parts: Readonly<Record<string, string>> = {
  inputs: table('input', action.inputs),
  outputs: table('output', action.outputs),
  'common-words': commonWords.map((word) => `\`${word}\``).join(', '),
};

const path = join(root, 'README.md');
let readme = readFileSync(path, 'utf8');
for (const [name, text] of Object.entries(parts)) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no part between ${start} and ${end}`);
  readme = `${readme.slice(0, from + start.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
writeFileSync(path, readme);
