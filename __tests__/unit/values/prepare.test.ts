import { describe, expect, it } from '@jest/globals';
import { UnavailableError } from '../../../src/network/deadline.ts';
import { NO_TEMPLATES } from '../../../src/plan/template-set.ts';
import { type Problem, ProblemReport } from '../../../src/reporting/problem.ts';
import type { Outcome } from '../../../src/stores/outcome.ts';
import { type Prepared, prepareValues } from '../../../src/values/prepare.ts';
import { planOf } from '../fake-runtime.ts';

const found = (value: string): Outcome => ({
  kind: 'found',
  bytes: Buffer.from(value),
  version: '1',
});

/** Prepares what these inputs name, of which this was fetched, by key; denied reads are explained with these problems. */
function prepare(
  inputs: Readonly<Record<string, string>>,
  outcomes: Readonly<Record<string, Outcome>>,
  denied: readonly Problem[] = [],
): Promise<Prepared> {
  const plan = planOf(inputs);
  const all = new Map(Object.entries(outcomes));
  return prepareValues(plan.mappings, all, NO_TEMPLATES.render(all), { ...plan, denied });
}

/** The error with which it refuses. */
async function refusal(...given: Parameters<typeof prepare>): Promise<ProblemReport> {
  const error = await prepare(...given).catch((reason: unknown) => reason);
  if (error instanceof ProblemReport) return error;
  throw new Error('It was not refused with a report.');
}

const textOf = ({ files }: Prepared, shown: string): string | undefined =>
  files
    .filter(({ target }) => target.shown === shown)
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))[0];

describe('prepareValues', () => {
  it('joins each mapping with its value, in the order of the plan, without missing optional ones', async () => {
    const prepared = await prepare(
      { 'env-files': '/a => a.env\n/none? => none.env', files: '/a => a' },
      { 'us-east-1 /a': found('A=1') },
    );
    expect(prepared.files.map(({ target }) => target.shown)).toEqual(['a.env', 'a']);
    expect(textOf(prepared, 'a.env')).toBe('A=1\n');
    expect(textOf(prepared, 'a')).toBe('A=1');
    expect(prepared.names).toEqual(['A']);
    expect(
      prepared.rows.map(({ mapping, variables, ...row }) => [
        mapping.target.shown,
        variables,
        row.found !== undefined,
      ]),
    ).toEqual([
      ['a.env', 1, true],
      ['none.env', undefined, false],
      ['a', undefined, true],
    ]);
  });

  it('gives variables and outputs their values', async () => {
    const prepared = await prepare(
      { 'env-vars': 'A=/a\n/json', outputs: 'o=/a' },
      { 'us-east-1 /a': found('value-a'), 'us-east-1 /json': found('{"B":"value-b"}') },
    );
    expect(prepared.variables.map(({ name, value }) => [name, value])).toEqual([
      ['A', 'value-a'],
      ['B', 'value-b'],
    ]);
    expect(prepared.outputs).toEqual(new Map([['o', 'value-a']]));
    expect(prepared.names).toEqual(['A', 'B']);
    const masked = prepared.maskables.map(({ text }) => text);
    expect(masked).toEqual(expect.arrayContaining(['value-a', 'value-b']));
  });

  const DENIED: Outcome = {
    kind: 'denied',
    denial: { action: 'ssm:GetParameter', policy: 'identity' },
  };
  it('lists missing, denied, failed, unfilled and malformed sources together, each once', async () => {
    const report = await refusal(
      {
        'env-files':
          '/missing => 1\n/denied? => 2\n/denied => 3\n/unfilled => 4\n/bad => 5\n/good => 6',
        'pem-files': '/bad => 7',
        files: '/never-fetched => 8\n/failed? => 9',
      },
      {
        'us-east-1 /missing': { kind: 'missing' },
        'us-east-1 /denied': DENIED,
        'us-east-1 /unfilled': found('placeholder'),
        'us-east-1 /bad': found('s3cret'),
        'us-east-1 /good': found('A=1'),
        'us-east-1 /failed': { kind: 'failed', reason: 'InvalidKeyId' },
      },
    );
    expect(report.message.split('\n')[0]).toBe(
      'Nothing was written, since not every source can be used:',
    );
    expect(report.problems.map(({ place, message }) => [place, message])).toMatchObject([
      [{ input: 'env-files', line: 1 }, '/missing is not found in us-east-1'],
      [{ input: 'env-files', line: 2 }, '/denied may not be read: ssm:GetParameter is denied'],
      [
        { input: 'env-files', line: 4 },
        '/unfilled was created, but never filled in: it holds a placeholder',
      ],
      [
        { input: 'env-files', line: 5 },
        '/bad holds no env file: line 1 is neither blank, nor a comment, nor NAME=value',
      ],
      [{ input: 'pem-files', line: 1 }, expect.stringMatching(/^\/bad holds no PEM/)],
      [{ input: 'files', line: 1 }, '/never-fetched is not found in us-east-1'],
      [{ input: 'files', line: 2 }, '/failed cannot be read: InvalidKeyId'],
    ]);
    expect(report.message).not.toContain('s3cret');
  });

  it('explains all denied sources once, after the line of each', async () => {
    const explained: Problem[] = [{ message: 'AWS denies the role both', fix: 'Add to it:\n{}' }];
    const report = await refusal(
      { files: '/a => a\n/b => b', 'env-files': '/a => .env' },
      { 'us-east-1 /a': DENIED, 'us-east-1 /b': DENIED },
      explained,
    );
    expect(report.problems).toEqual([
      expect.objectContaining({
        place: expect.objectContaining({ input: 'env-files', line: 1 }),
        message: '/a may not be read: ssm:GetParameter is denied',
      }),
      expect.objectContaining({
        place: expect.objectContaining({ input: 'files', line: 2 }),
        message: '/b may not be read: ssm:GetParameter is denied',
      }),
      ...explained,
    ]);
    expect(report.problems.filter(({ fix }) => fix !== undefined)).toEqual(explained);
  });

  it('tells denied sources from AWS out of reach', async () => {
    const inputs = { files: '/a => a\n/b => b' };
    const outcomes = { 'us-east-1 /a': UNAVAILABLE, 'us-east-1 /b': DENIED };
    const report = await refusal(inputs, outcomes, [{ message: 'AWS denies the role /b' }]);
    expect(report.problems).toHaveLength(3);
  });

  const UNAVAILABLE: Outcome = { kind: 'unavailable', reason: 'ECONNRESET' };
  it('tells AWS out of reach apart, but only where nothing else is wrong', async () => {
    const inputs = { files: '/a => a\n/b => b\n/c => c' };
    const unavailable = { 'us-east-1 /a': UNAVAILABLE, 'us-east-1 /b': UNAVAILABLE };
    await expect(
      prepare(inputs, { ...unavailable, 'us-east-1 /c': found('c') }),
    ).rejects.toBeInstanceOf(UnavailableError);
    await expect(
      prepare(inputs, { ...unavailable, 'us-east-1 /c': { kind: 'missing' } }),
    ).rejects.toBeInstanceOf(ProblemReport);
  });

  it.each([
    ['placeholder', '', true],
    [' placeholder\n', '', true],
    ['change me', 'TODO\nchange me', true],
    ['placeholder', 'TODO', false],
    ['Placeholder', '', false],
    ['a placeholder', '', false],
  ])('%j with the placeholders %j is unfilled: %s', async (value, placeholders, isUnfilled) => {
    const prepared = prepare({ files: '/a => a', placeholders }, { 'us-east-1 /a': found(value) });
    await (isUnfilled
      ? expect(prepared).rejects.toThrow('/a was created, but never filled in')
      : expect(prepared).resolves.toMatchObject({ files: [{ target: { shown: 'a' } }] }));
  });

  it('takes files of the workspace as they are: neither unfilled nor masked', async () => {
    const inputs = { files: 'file:a => a', 'env-files': 'file:c => c' };
    const prepared = await prepare(inputs, {
      'file:a': found('placeholder'),
      'file:c': found('A=no-secret'),
    });
    expect(prepared.files).toHaveLength(2);
    expect(prepared.maskables).toEqual([]);
  });

  it.each([
    ['fail', undefined],
    ['last-wins', 'A="2"\n'],
  ])('of two values of one name can %s', async (onConflict, text) => {
    const prepared = prepare(
      { 'env-files': '/a => x\n/b => x', 'on-conflict': onConflict },
      { 'us-east-1 /a': found('A=1'), 'us-east-1 /b': found('A=2') },
    );
    await (text === undefined
      ? expect(prepared).rejects.toBeInstanceOf(ProblemReport)
      : expect(prepared.then((each) => textOf(each, 'x'))).resolves.toMatch(/^A=["']?2["']?\n$/));
  });
});
