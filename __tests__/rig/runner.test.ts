import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findLeaks, hiddenWords } from './leaks.ts';
import { createJob, type Job, type JobOptions } from './runner.ts';
import { startTokenEndpoint } from './token-endpoint.ts';

const MANIFEST = `
name: throw-away
inputs:
  script: { required: true }
  with-default: { default: 3 }
  empty: {}
runs: { using: node24, main: main.mjs, post: post.mjs }
`;
const PRELUDE = `
import { appendFileSync } from 'node:fs';
const env = process.env;
const write = (file, text) => appendFileSync(env[file], text);
`;

let actionDir: string;
let jobs: Job[];

beforeEach(async () => {
  jobs = [];
  actionDir = await mkdtemp(join(tmpdir(), 'action-'));
  await writeFile(join(actionDir, 'action.yml'), MANIFEST);
  await writeFile(join(actionDir, 'post.mjs'), `${PRELUDE}console.log('post of', env.STATE_step);`);
});

afterEach(async () => {
  for (const job of jobs) await job.cleanUp();
  await rm(actionDir, { recursive: true });
});

async function newJob(main: string, options: JobOptions = {}): Promise<Job> {
  await writeFile(join(actionDir, 'main.mjs'), PRELUDE + main);
  const job = await createJob({ ...options, actionDir });
  jobs.push(job);
  return job;
}

/** Every line is printed as it is. */
function printing(...lines: string[]): string {
  return `process.stdout.write(${JSON.stringify(lines.join('\n'))});`;
}

describe('environment of a step', () => {
  it('has the inputs and the runner’s variables, and nothing of this process', async () => {
    process.env.AWS_PROFILE = 'of the developer';
    const job = await newJob('console.log(JSON.stringify({ ...env, cwd: process.cwd() }))', {
      env: { GITHUB_ACTOR: 'dependabot[bot]' },
    });
    const { log } = await job.use({ 'other input': 'x' }, { env: { MINE: 'm' } });
    delete process.env.AWS_PROFILE;
    const env = JSON.parse(log);
    expect(env).toMatchObject({
      cwd: job.workspace,
      'INPUT_WITH-DEFAULT': '3',
      INPUT_EMPTY: '',
      INPUT_OTHER_INPUT: 'x',
      GITHUB_WORKSPACE: job.workspace,
      GITHUB_ACTOR: 'dependabot[bot]',
      RUNNER_TEMP: job.temp,
      AWS_ENDPOINT_URL: process.env.MOTO_URL,
      MINE: 'm',
    });
    expect(env).not.toHaveProperty('AWS_PROFILE');
    expect(env).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
    expect(env.HOME).not.toBe(process.env.HOME);
  });

  it('can ask for ID tokens when the job may, and its own token is hidden', async () => {
    const token = await startTokenEndpoint();
    const job = await newJob(
      'console.log(env.ACTIONS_ID_TOKEN_REQUEST_URL, env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)',
      { token },
    );
    expect((await job.use({})).log).toBe(`${token.url} ***`);
    await token.stop();
  });
});

describe('log', () => {
  it('hides what was masked before, on both pipes', async () => {
    const job = await newJob(
      printing('s3cret-a', '::add-mask::s3cret-a', 's3cret-a', '::add-mask::s3cret-b', '', 'end'),
    );
    const step = await job.use({});
    expect(step.log).toBe('s3cret-a\n***\n\nend');
    await writeFile(join(actionDir, 'main.mjs'), 'console.error("s3cret-b")');
    expect((await job.use({})).log).toBe('***');
    expect(job.log).toBe('s3cret-a\n***\n\nend\n***');
    expect(job.rawOutput).toContain('::add-mask::s3cret-b');
  });

  it('shows a secret on stderr that comes together with its mask on stdout', async () => {
    const written = join(actionDir, 'written');
    const job = await newJob(`
      process.stdout.write('::add-mask::s3cret\\n');
      process.stderr.write('s3cret\\n');
      appendFileSync(${JSON.stringify(written)}, '');
    `);
    // Nothing is read from the pipes before both lines are in them.
    const onStart = () => {
      while (!existsSync(written));
    };
    expect((await job.use({}, { onStart })).log).toBe('s3cret');
  });

  it('splits lines at LF, CRLF and CR', async () => {
    const job = await newJob(`process.stdout.write('a\\r\\nb\\rc\\n\\nd\\r')`);
    expect((await job.use({})).log).toBe('a\nb\nc\n\nd');
  });

  it('carries out commands', async () => {
    const job = await newJob(
      printing(
        '::group::A',
        '::debug::d%0Ae',
        '::endgroup::',
        '::add-mask::s3cret',
        '::error title=the s3cret,file=a::no s3cret',
        '::notice::n',
        '::add-mask:: ',
      ),
    );
    const step = await job.use({});
    expect(step.log.split('\n')).toEqual([
      '##[group]A',
      '##[debug]d',
      'e',
      '##[endgroup]',
      '##[error]no ***',
      '##[notice]n',
      "##[warning]Can't add secret mask for empty string in ##[add-mask] command.",
    ]);
    expect(job.annotations).toMatchObject([
      { level: 'error', message: 'no ***', properties: { title: 'the s3cret', file: 'a' } },
      { level: 'notice', message: 'n', properties: {} },
      { level: 'warning' },
    ]);
    expect(step.exitCode).toBe(0);
  });

  it('shows masks as text while commands are stopped', async () => {
    const job = await newJob(
      printing(
        '::stop-commands::T',
        '::add-mask::a-secret',
        '::t::',
        '::add-mask::b-secret',
        'b-secret',
      ),
    );
    expect((await job.use({})).log).toBe('::stop-commands::T\n::add-mask::a-secret\n::t::\n***');
  });

  it('fails a step with a command that only old runners knew', async () => {
    const job = await newJob(printing('::set-env name=A::b'));
    const step = await job.use({});
    expect(step.exitCode).toBe(1);
    expect(step.annotations).toMatchObject([{ level: 'error' }]);
  });
});

describe('command files', () => {
  it('give outputs, state, a masked summary, and variables for later steps', async () => {
    const job = await newJob(`
      console.log('::add-mask::s3cret');
      write('GITHUB_OUTPUT', 'a=1\\nb<<E\\nx\\ny\\nE\\n');
      write('GITHUB_STEP_SUMMARY', '# s3cret\\nfine\\n');
      write('GITHUB_ENV', 'LATER=' + (env.LATER ?? '') + '+\\nNODE_OPTIONS=-x\\nGITHUB_ACTOR=me\\n');
      write('GITHUB_PATH', '/first\\n/second\\n');
      console.log(env.LATER, env.GITHUB_ACTOR, env.PATH.split(':')[0]);
    `);
    const step = await job.use({});
    expect(step.outputs).toEqual({ a: '1', b: 'x\ny' });
    expect(step.summary).toBe('# ***\nfine\n');
    expect(step.annotations).toMatchObject([{ message: expect.stringContaining('NODE_OPTIONS') }]);
    expect((await job.use({})).log.split('\n')[0]).toBe('+ octocat /second');
    expect(job.environment).toEqual({ LATER: '++', GITHUB_ACTOR: 'me' });
    expect(job.summary).toBe('# ***\nfine\n# ***\nfine\n');
  });

  it('fail the step when they are malformed', async () => {
    const job = await newJob(`write('GITHUB_OUTPUT', 'a=1\\nnothing\\n');`);
    expect(await job.use({})).toMatchObject({ exitCode: 1, outputs: { a: '1' } });
  });
});

describe('end of a job', () => {
  it('runs the post scripts, the last first, with their state, also after a failure', async () => {
    const job = await newJob(`
      write('GITHUB_STATE', 'step=' + env.INPUT_STEP);
      process.exitCode = env.INPUT_STEP === 'two' ? 3 : 0;
    `);
    expect((await job.use({ step: 'one' })).exitCode).toBe(0);
    expect((await job.use({ step: 'two' })).exitCode).toBe(3);
    const posts = await job.end();
    expect(posts.map(({ log }) => log)).toEqual(['post of two', 'post of one']);
    expect(job.log).toBe('post of two\npost of one');
    expect(await job.end()).toEqual([]);
  });

  it('runs the post script of a step that was killed', async () => {
    const job = await newJob(`write('GITHUB_STATE', 'step=x\\n'); setInterval(() => {}, 1000);
      console.log('ready');`);
    const step = job.use(
      {},
      {
        onStart: (child) => {
          child.stdout?.once('data', () => child.kill('SIGINT'));
        },
      },
    );
    expect(await step).toMatchObject({ exitCode: null, signal: 'SIGINT', state: { step: 'x' } });
    expect((await job.end()).map(({ log }) => log)).toEqual(['post of x']);
  });

  it('is not reached without a build', async () => {
    const job = await newJob('');
    await rm(join(actionDir, 'main.mjs'));
    await expect(job.use({})).rejects.toThrow('npm run build');
  });
});

describe('findLeaks', () => {
  const SECRET = 'p"ss wörd/+';
  it.each([
    ['plain', `x ${SECRET}`],
    ['base64', `x ${Buffer.from(`${SECRET}\n`).toString('base64')}`],
    ['URL-encoded', encodeURIComponent(SECRET)],
    ['form-encoded', new URLSearchParams({ a: SECRET }).toString()],
    ['JSON-escaped', JSON.stringify({ a: SECRET })],
  ])('finds the %s form in the log', async (form, line) => {
    const job = await newJob(printing(line));
    await job.use({});
    expect(findLeaks(job, ['absent', SECRET])).toEqual([
      expect.stringContaining(`the log shows secret 2 (whole, ${form}`),
    ]);
  });

  it('finds lines in messages, their properties and the summary', async () => {
    const job = await newJob(`
      console.log('::warning title=second line::first line');
      console.log('::add-mask::first line');
      write('GITHUB_STEP_SUMMARY', 'second line');
    `);
    await job.use({});
    expect(findLeaks(job, ['first line\n  second line  \nabc'])).toEqual([
      expect.stringMatching(/^the log .*line 1, plain/),
      expect.stringMatching(/^a message \(warning\) .*line 1/),
      expect.stringMatching(/^the summary .*line 2/),
      expect.stringMatching(/^a message's title .*line 2/),
    ]);
  });

  it('finds nothing when all is masked', async () => {
    const job = await newJob(printing('::add-mask::s3cret-value', 's3cret-value'));
    await job.use({});
    expect(findLeaks(job, ['s3cret-value'])).toEqual([]);
  });
});

it('hiddenWords names the common words that masks hide', async () => {
  const job = await newJob(printing('::add-mask::true', '::add-mask::stagi'));
  await job.use({});
  expect(hiddenWords(job)).toEqual(['true', 'staging']);
  expect(hiddenWords(job, ['untrue', 'info'])).toEqual(['untrue']);
});
