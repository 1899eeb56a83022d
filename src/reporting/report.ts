/** One line of the table: where a value came from and went to. Names only, never a value or a length. */
export interface ReportRow {
  readonly source: string;
  /** Absent for local files and for what was not found. */
  readonly version?: string;
  readonly lastModified?: Date;
  readonly target: string;
  /** Number of variables that an env file sets; absent for other targets. */
  readonly variables?: number;
  /** An optional source that does not exist: its target is not written. */
  readonly isMissing: boolean;
}

/** What the step tells at its end. */
export interface Report {
  readonly environment: string | undefined;
  readonly rows: readonly ReportRow[];
  /** Names of variables whose values are not masked. */
  readonly unmasked: readonly string[];
}

const HEADINGS = ['Source', 'Version', 'Changed', 'Target', 'Variables'] as const;
const DAY_MS = 86_400_000;

/** The title of the log group and of the summary. */
export function reportTitle({ environment }: Report): string {
  return environment === undefined ? 'Fetched secrets' : `Fetched secrets of ${environment}`;
}

/** The table for the log, columns aligned, and the line of unmasked names where there are any. */
export function formatLog(report: Report, now: Date): string {
  const table = [[...HEADINGS], ...cellsOf(report, now)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = table.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...unmaskedLine(report)].join('\n');
}

/** The same for the job summary, as HTML, which Markdown takes as it is. */
export function formatSummary(report: Report, now: Date): string {
  const row = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return [
    `<h3>${escapeHtml(reportTitle(report))}</h3>`,
    '<table>',
    row('th', HEADINGS),
    ...cellsOf(report, now).map((cells) => row('td', cells)),
    '</table>',
    ...unmaskedLine(report).map((line) => `<p>${escapeHtml(line)}</p>`),
    '',
  ].join('\n');
}

function cellsOf({ rows }: Report, now: Date): string[][] {
  return rows.map(({ source, version, lastModified, target, variables, isMissing }) => [
    source,
    isMissing ? 'not found' : (version ?? '-'),
    lastModified === undefined ? '-' : formatAge(lastModified, now),
    isMissing ? `${target} (not written)` : target,
    variables === undefined ? '-' : String(variables),
  ]);
}

function formatAge(lastModified: Date, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - lastModified.getTime()) / DAY_MS));
  if (days === 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

function unmaskedLine({ unmasked }: Report): string[] {
  return unmasked.length === 0 ? [] : [`Not masked: ${unmasked.join(', ')}`];
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
