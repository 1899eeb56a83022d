import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectNoLeak, openScene, putFile, readFile, type Scene, treeOf } from './scene.ts';

describe('sources and targets', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await openScene();
  });
  afterEach(() => scene.close());

  it('reads 101 parameters below a path, 25 secrets and 30 named parameters, all side by side', async () => {
    const { account, proxy } = scene;
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
    await Promise.all([
      ...numbers(101).map((n) =>
        account.putParameter(`/deep/l${n % 4}/m${n % 3}/p${n}`, `below ${n} value`),
      ),
      ...numbers(30).map((n) => account.putParameter(`/named/p${n}`, `named ${n} value`)),
      ...numbers(25).map((n) =>
        account.createSecret(`secret-${n}`, JSON.stringify({ [`S${n}`]: `secret ${n} value` })),
      ),
    ]);
    proxy.fault({ effect: { kind: 'delay', ms: 30 } });
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({
        'env-files': [
          '/deep/** => deep.env',
          ...numbers(30).map((n) => `P${n}=/named/p${n} => named.env`),
          ...numbers(25).map((n) => `secretsmanager:secret-${n} => secrets.env`),
        ].join('\n'),
      }),
    );

    expect(result.log).not.toContain('##[error]');
    const count = (path: string) => readFile(job, path).trimEnd().split('\n').length;
    expect([count('deep.env'), count('named.env'), count('secrets.env')]).toEqual([101, 30, 25]);
    expect(readFile(job, 'deep.env')).toContain("l3_m1_p55='below 55 value'\n");
    expect(readFile(job, 'named.env')).toContain("P29='named 29 value'\n");
    expect(readFile(job, 'secrets.env')).toContain("S24='secret 24 value'\n");
    expect(proxy.count('GetParametersByPath')).toBe(11);
    expect(proxy.count('GetSecretValue')).toBe(25);
    expect(proxy.count('GetParameters')).toBe(3);
    expect(proxy.calls).toHaveLength(1 + 11 + 25 + 3);
    expect(proxy.mostInFlight).toBe(20);
    await job.end();
    expectNoLeak(
      job,
      numbers(101).map((n) => `below ${n} value`),
    );
  });

  it('reads stages, versions, keys and ARNs of secrets, and bytes into files', async () => {
    const { account } = scene;
    const bytes = Uint8Array.from([0xff, 0xfe, 0x80, 0x41, 0x00]);
    const arn = await account.createSecret('far', 'from far away', { region: 'eu-west-1' });
    await account.createSecret(
      'app',
      '{"db": {"pass.word": "first password"}, "db.host": "first host"}',
    );
    const version = await account.putSecretValue(
      'app',
      '{"db": {"pass.word": "second password"}, "db.host": "second host"}',
    );
    await account.createSecret('keystore', bytes);
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({
        files: `
          secretsmanager:keystore => keystore.bin
          secretsmanager:${arn} => far.txt
          secretsmanager:app@AWSPREVIOUS#db.pass.word => previous.txt
          secretsmanager:app@${version}#db.host => host.txt
          secretsmanager:app#absent? => absent.txt`,
      }),
    );

    expect(result.log).not.toContain('##[error]');
    expect(new Uint8Array(readFileSync(join(job.workspace, 'keystore.bin')))).toEqual(bytes);
    expect(readFile(job, 'far.txt')).toBe('from far away');
    expect(readFile(job, 'previous.txt')).toBe('first password');
    expect(readFile(job, 'host.txt')).toBe('second host');
    // The same version by two names is two sources; each is read once.
    expect(scene.proxy.count('GetSecretValue')).toBe(5);
    await job.end();
    expect(treeOf(job)).toEqual([]);
    expectNoLeak(job, ['from far away', 'first password', 'second host']);
  });

  it('lists what is wrong with values of every kind in one report, and never quotes one', async () => {
    const { account, proxy } = scene;
    await account.createSecret('broken', '{"password": planted-secret}');
    await account.createSecret('twice', '{"KEY": "planted-secret", "KEY": "planted-secret"}');
    await account.createSecret('bytes', Uint8Array.from([0xff, 0x00]));
    await account.createSecret('deleted', 'planted-secret');
    await account.deleteSecret('deleted');
    await account.createSecret('unfilled', '{"A": "planted-secret", "B": {"C": "placeholder"}}');
    await account.createSecret('denied', 'planted-secret');
    await account.putParameter('/app/odd-name', 'planted-secret');
    await account.putParameter('/app/filled/A', 'planted-secret');
    await account.putParameter('/app/filled/B', 'placeholder');
    proxy.fault({
      operation: 'GetSecretValue',
      when: ({ body }) => body.SecretId === 'denied',
      effect: {
        kind: 'aws-error',
        code: 'AccessDeniedException',
        message: 'not authorized to perform: secretsmanager:GetSecretValue',
      },
    });
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({
        'env-files': `
          secretsmanager:broken => a.env
          secretsmanager:twice => b.env
          secretsmanager:bytes => c.env
          secretsmanager:deleted => d.env
          secretsmanager:unfilled => e.env
          secretsmanager:denied => f.env
          /app/* => g.env
          /app/filled/* => h.env
          /empty/** => i.env
          secretsmanager:unfilled#absent => j.env
          X=secretsmanager:absent => k.env`,
      }),
    );

    expect(result.exitCode).toBe(1);
    for (const line of [
      '- env-files, line 2: secretsmanager:broken holds JSON that does not parse: line 1, column 14: ',
      '- env-files, line 3: secretsmanager:twice holds JSON that does not parse: line 1, column 27: the key KEY stands in one object twice',
      '- env-files, line 4: secretsmanager:bytes holds bytes that are no text in UTF-8',
      '- env-files, line 5: secretsmanager:deleted cannot be read: it is scheduled for deletion',
      '- env-files, line 6: secretsmanager:unfilled#B.C was created, but never filled in',
      '- env-files, line 7: secretsmanager:denied may not be read: secretsmanager:GetSecretValue is denied',
      "- env-files, line 8: /app/* has names that are no variable's: odd-name",
      '    Write name-transformation: uppercase, or rename them in the manifest: rename: { "odd-name": NEW_NAME }',
      '- env-files, line 9: /app/filled/B was created, but never filled in',
      '    aws ssm put-parameter --region us-east-1 --name /app/filled/B --type SecureString --value "$VALUE" --overwrite',
      '- env-files, line 10: /empty/** is not found in us-east-1',
      '- env-files, line 11: secretsmanager:unfilled#absent is not found in us-east-1',
      '- env-files, line 12: secretsmanager:absent is not found in us-east-1',
    ]) {
      expect(result.log).toContain(line);
    }
    expect(treeOf(job)).toEqual([]);
    await job.end();
    expectNoLeak(job, ['planted-secret']);
  });

  it('sets variables and outputs after everything else, and refuses names that take over', async () => {
    const { account } = scene;
    await account.putParameter('/app/url', 'https://user:pass-in-url@host/');
    await account.putParameter('/app/multi', 'first line of it\nsecond line of it');
    await account.createSecret('app', '{"API_TOKEN": "token of the api", "MODE": "info"}');
    await account.createSecret('bad', '{"PATH": "/evil", "node_options": "--evil", "OK": "1"}');
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({
        'env-vars': 'DATABASE_URL=/app/url\nsecretsmanager:app',
        outputs: 'database-url=/app/url\nmulti=/app/multi\napi=secretsmanager:app#API_TOKEN',
      }),
    );
    const refused = await job.use(scene.inputs({ 'env-vars': 'LD_PRELOAD=/app/url' }));
    const refusedKey = await job.use(scene.inputs({ 'env-vars': 'secretsmanager:bad' }));

    expect(result.log).not.toContain('##[error]');
    expect(job.environment).toEqual({
      DATABASE_URL: 'https://user:pass-in-url@host/',
      API_TOKEN: 'token of the api',
      MODE: 'info',
    });
    expect(result.outputs).toMatchObject({
      'database-url': 'https://user:pass-in-url@host/',
      multi: 'first line of it\nsecond line of it',
      api: 'token of the api',
      names: '["DATABASE_URL","API_TOKEN","MODE"]',
    });
    expect(refused.log).toContain('env-vars, line 1: LD_PRELOAD may not be set');
    expect(refusedKey.log).toContain('env-vars, line 1: PATH may not be set');
    expect(refusedKey.log).toContain('env-vars, line 1: node_options may not be set');
    await job.end();
    expectNoLeak(job, ['pass-in-url', 'token of the api', 'second line of it']);
  });

  it('tells of a conflict, lets the last one win where asked, and lets files be defaults', async () => {
    const { account } = scene;
    await account.createSecret('one', '{"A": "a of one", "SAME": "same value"}');
    await account.createSecret('two', '{"A": "a of two", "SAME": "same value"}');
    const job = await scene.openJob();
    putFile(job, 'defaults.env', 'A=default\nB=default\n');
    const lines =
      'secretsmanager:one => a.env\nsecretsmanager:two => a.env\nfile:defaults.env => a.env';

    const failed = await job.use(scene.inputs({ 'env-files': lines }));
    const won = await job.use(scene.inputs({ 'env-files': lines, 'on-conflict': 'last-wins' }));

    expect(failed.exitCode).toBe(1);
    expect(failed.log).toContain(
      'env-files, line 2: A in a.env has two different values, from secretsmanager:one (env-files, line 1) and from secretsmanager:two',
    );
    expect(failed.log).not.toContain('SAME in');
    expect(won.exitCode).toBe(0);
    expect(readFile(job, 'a.env')).toBe("A='a of two'\nSAME='same value'\nB=default\n");
    await job.end();
    expectNoLeak(job, ['a of one', 'a of two', 'same value']);
  });

  it('says which dialects can hold a value that the chosen one cannot', async () => {
    const hard = 'it\'s "hard" $HOME \\\\ ${x}';
    await scene.account.createSecret('hard', JSON.stringify({ HARD: hard }));
    const job = await scene.openJob();

    const failed = await job.use(scene.inputs({ 'env-files': 'secretsmanager:hard => a.env' }));
    const written = await job.use(
      scene.inputs({ 'env-files': 'secretsmanager:hard => a.env', 'env-format': 'shell' }),
    );

    expect(failed.exitCode).toBe(1);
    expect(failed.log).toMatch(
      /env-files, line 1: HARD cannot be written to a\.env in the dialect portable: it contains/,
    );
    expect(failed.log).toMatch(/Write env-format: docker or compose or .*shell/);
    expect(written.exitCode).toBe(0);
    expect(readFile(job, 'a.env')).toBe(`HARD='it'\\''s "hard" $HOME \\\\ \${x}'\n`);
    expect(job.masker.mask(readFile(job, 'a.env'))).toBe('HARD=***\n');
    await job.end();
    expectNoLeak(job, [hard]);
  });

  it('keeps files that exist where AWS cannot be reached, and only then', async () => {
    const { account, proxy } = scene;
    await account.putParameter('/app/env', 'PASSWORD=kept for the next run');
    const job = await scene.openJob();
    const inputs = scene.inputs({
      'env-files': '/app/env => .env',
      'on-unavailable': 'keep',
      'max-attempts': '2',
    });
    await job.use({ ...inputs, cleanup: 'false' });
    const later = await scene.openJob();
    putFile(later, '.env', readFile(job, '.env'));

    proxy.fault({ operation: 'GetParameters', effect: { kind: 'status', status: 503 } });
    const kept = await later.use(inputs);
    const impossible = await later.use({ ...inputs, 'env-files': '/app/env => other.env' });
    proxy.clear();
    proxy.fault({ operation: 'AssumeRoleWithWebIdentity', effect: { kind: 'reset' } });
    const withoutSts = await later.use(inputs);
    proxy.clear();
    proxy.deny('GetParameters');
    proxy.deny('GetParameter');
    const denied = await later.use(inputs);

    expect(kept.exitCode).toBe(0);
    expect(kept.outputs).toMatchObject({
      'env-files': `${later.workspace}/.env`,
      names: '["PASSWORD"]',
      fingerprint: '',
    });
    expect(kept.log).toContain('AWS cannot be reached. Kept as they are: .env.');
    expect(kept.summary).toContain('<td>kept</td>');
    expect(impossible.exitCode).toBe(1);
    expect(impossible.log).toContain('on-unavailable: keep does not help');
    expect(withoutSts.exitCode).toBe(0);
    expect(denied.exitCode).toBe(1);
    await later.end();
    expect(readFile(later, '.env')).toBe('PASSWORD=kept for the next run\n');
    expect(later.masker.mask('kept for the next run')).toBe('***');
    expectNoLeak(later, ['kept for the next run']);
  });

  it('reads stored env text by the rules of the dialect that it is merged into', async () => {
    const { account } = scene;
    await account.putParameter(
      '/app/env',
      'QUOTED="in quotes"\nexport PLAIN=plain text # comment\n',
    );
    await account.putParameter('/app/raw', 'QUOTED="in quotes"\nPLAIN=plain text # comment\n');
    const job = await scene.openJob();

    const result = await job.use(
      scene.inputs({
        'env-files':
          '/app/env => dotenv.env\nX=/app/env#no? => dotenv.env\nY=/app/missing? => dotenv.env',
        'env-vars': '/app/env',
        'env-format': 'shell',
      }),
    );
    const docker = await job.use(
      scene.inputs({
        'env-files': '/app/raw => raw.env\nY=/app/missing? => raw.env',
        'env-format': 'docker',
      }),
    );

    expect(result.log).toContain('asks for a key, but the value is no JSON object');
    expect(docker.log).not.toContain('##[error]');
    expect(readFile(job, 'raw.env')).toBe('QUOTED="in quotes"\nPLAIN=plain text # comment\n');
    const exported = await job.use(scene.inputs({ 'env-vars': '/app/env' }));
    expect(exported.exitCode).toBe(0);
    expect(job.environment).toEqual({ QUOTED: 'in quotes', PLAIN: 'plain text' });
    await job.end();
    expectNoLeak(job, ['in quotes', 'plain text']);
  });
});
