import { describe, expect, it } from '@jest/globals';
import {
  formatLog,
  formatSummary,
  type Report,
  reportTitle,
} from '../../../src/reporting/report.ts';

const NOW = new Date('2030-03-10T12:00:00Z');
const before = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const REPORT: Report = {
  environment: 'staging',
  rows: [
    {
      source: '/p/env',
      version: '12',
      lastModified: before(23),
      target: '.env',
      variables: 3,
      isMissing: false,
    },
    { source: '/p/pem', version: '1', lastModified: before(24), target: 'a.pem', isMissing: false },
    { source: 'file:<x>&"y"', target: 'x', isMissing: false },
    { source: '/p/none', target: 'none', isMissing: true },
    {
      source: '/p/old',
      version: '1',
      lastModified: before(24 * 400),
      target: 'o',
      isMissing: false,
    },
    { source: '/p/later', version: '1', lastModified: before(-48), target: 'l', isMissing: false },
  ],
  unmasked: ['DEBUG', 'LOG_LEVEL'],
};

describe('a report', () => {
  it('is a table in the log', () => {
    expect(formatLog(REPORT, NOW)).toBe(
      `
Source        Version    Changed       Target              Variables
/p/env        12         today         .env                3
/p/pem        1          1 day ago     a.pem               -
file:<x>&"y"  -          -             x                   -
/p/none       not found  -             none (not written)  -
/p/old        1          400 days ago  o                   -
/p/later      1          today         l                   -
Not masked: DEBUG, LOG_LEVEL`.trim(),
    );
  });

  it('is a table in the summary, in which names are no HTML', () => {
    const report = {
      ...REPORT,
      environment: '<b>',
      rows: REPORT.rows.slice(2, 3),
      unmasked: ['<i>'],
    };
    expect(formatSummary(report, NOW)).toBe(`<h3>Fetched secrets of &lt;b&gt;</h3>
<table>
<tr><th>Source</th><th>Version</th><th>Changed</th><th>Target</th><th>Variables</th></tr>
<tr><td>file:&lt;x&gt;&amp;&quot;y&quot;</td><td>-</td><td>-</td><td>x</td><td>-</td></tr>
</table>
<p>Not masked: &lt;i&gt;</p>
`);
  });

  it('has no line of unmasked names where there are none', () => {
    const report = { ...REPORT, unmasked: [] };
    expect(formatLog(report, NOW)).not.toContain('Not masked');
    expect(formatSummary(report, NOW)).not.toContain('Not masked');
  });

  it.each([
    ['staging', 'Fetched secrets of staging'],
    [undefined, 'Fetched secrets'],
  ])('is entitled with the environment %s', (environment, title) => {
    expect(reportTitle({ ...REPORT, environment })).toBe(title);
  });
});
