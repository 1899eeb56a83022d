import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One text for each command file: its path or what it holds. */
export interface CommandFileTexts {
  GITHUB_ENV: string;
  GITHUB_OUTPUT: string;
  GITHUB_STATE: string;
  GITHUB_STEP_SUMMARY: string;
  GITHUB_PATH: string;
}

/**
 * Makes a step's empty command files.
 * @param step a number that no other step of the job has.
 * @returns their paths.
 */
export async function createCommandFiles(folder: string, step: number): Promise<CommandFileTexts> {
  return await eachCommandFile(async (name) => {
    const path = join(folder, `${name.toLowerCase()}_${step}`);
    await writeFile(path, '');
    return path;
  });
}

/** What a step has written to its command files. */
export async function readCommandFiles(paths: CommandFileTexts): Promise<CommandFileTexts> {
  return await eachCommandFile((name) => readFile(paths[name], 'utf8'));
}

async function eachCommandFile(
  text: (name: keyof CommandFileTexts) => Promise<string>,
): Promise<CommandFileTexts> {
  return {
    GITHUB_ENV: await text('GITHUB_ENV'),
    GITHUB_OUTPUT: await text('GITHUB_OUTPUT'),
    GITHUB_STATE: await text('GITHUB_STATE'),
    GITHUB_STEP_SUMMARY: await text('GITHUB_STEP_SUMMARY'),
    GITHUB_PATH: await text('GITHUB_PATH'),
  };
}

/** What a command file with `NAME=VALUE` and heredoc entries holds. */
export interface CommandFile {
  /** In order; a name given twice is there twice, the later one wins. Entries before an error count. */
  entries: [name: string, value: string][];
  /** The runner's message. It fails the step; it quotes the line. */
  error?: string;
}

/**
 * Reads `GITHUB_ENV`, `GITHUB_OUTPUT` or `GITHUB_STATE` as the runner on Linux does: in each line
 * whichever of `=` and `<<` comes first decides. Lines end with LF only, a CR stays in the value.
 * Source: actions/runner, `Runner.Worker/FileCommandManager.cs`.
 */
export function parseCommandFile(text: string): CommandFile {
  const entries: [string, string][] = [];
  let rest = text;
  while (rest !== '') {
    const { line, after } = firstLine(rest);
    rest = after;
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      entries.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    if (heredoc < 0) return { entries, error: `Invalid format '${line}'` };
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (name === '' || delimiter === '') {
      return {
        entries,
        error: `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`,
      };
    }
    const value = readHeredoc(rest, delimiter);
    if (value === undefined) {
      return { entries, error: `Invalid value. Matching delimiter not found '${delimiter}'` };
    }
    entries.push([name, value.text]);
    rest = value.after;
  }
  return { entries };
}

function firstLine(text: string): { line: string; after: string } {
  const end = text.indexOf('\n');
  if (end < 0) return { line: text, after: '' };
  return { line: text.slice(0, end), after: text.slice(end + 1) };
}

function readHeredoc(text: string, delimiter: string): { text: string; after: string } | undefined {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '') {
    const { line, after } = firstLine(rest);
    if (line === delimiter) return { text: lines.join('\n'), after };
    lines.push(line);
    rest = after;
  }
  return undefined;
}
