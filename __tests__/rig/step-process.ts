import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** How a process ended. */
export interface ProcessEnd {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /** All that it wrote to stderr, as written. */
  stderr: string;
}

/**
 * Runs a Node script with two pipes, as the runner does, and hands over each line that it prints.
 * Of what arrives together the lines of stderr come first: the runner drains its queues in this order
 * (actions/runner, `Runner.Sdk/ProcessInvoker.cs`), so that a secret on stderr can be written to the
 * log before the mask that stdout sent earlier.
 */
export async function runScript(
  script: string,
  options: {
    cwd: string;
    env: Record<string, string>;
    onStart: (child: ChildProcess) => void;
    onLine: (line: string) => void;
  },
): Promise<ProcessEnd> {
  const child = spawn(process.execPath, [script], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const queues: { stderr: string[]; stdout: string[] } = { stderr: [], stdout: [] };
  const drain = () => {
    for (const line of queues.stderr.splice(0)) options.onLine(line);
    for (const line of queues.stdout.splice(0)) options.onLine(line);
  };
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  forEachLine(child.stderr, (line) => queues.stderr.push(line), drain);
  forEachLine(child.stdout, (line) => queues.stdout.push(line), drain);
  options.onStart(child);
  const end = await new Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
    },
  );
  drain();
  return { ...end, stderr };
}

/** A line ends with LF, CRLF or a lone CR; the last one needs no end. */
function forEachLine(stream: Readable, queue: (line: string) => void, drain: () => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    // A CR at the very end may be the first half of CRLF: it waits for what follows.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) queue(line);
    setImmediate(drain);
  });
  stream.on('end', () => {
    if (rest !== '') queue(rest.replace(/\r$/, ''));
  });
}
