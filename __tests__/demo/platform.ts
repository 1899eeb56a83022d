import { generateKeyPairSync, randomBytes } from 'node:crypto';

/**
 * Makes up the secrets of a platform as they could lie in a company's Parameter Store, with fresh random
 * values and real keys.
 * @returns values by parameter name.
 */
export function samplePlatform(): Record<string, string> {
  const variables = {
    APP_ENV: 'staging',
    APP_URL: 'https://staging.example.com',
    LOG_LEVEL: 'info',
    APP_KEY: `base64:${randomBytes(32).toString('base64')}`,
    DB_HOST: 'db.staging.internal.example.com',
    DB_PORT: '3306',
    DB_USERNAME: 'app_writer',
    DB_PASSWORD: `${randomBytes(12).toString('base64url')}#$"'`,
    REDIS_URL: `redis://:${randomBytes(12).toString('hex')}@cache.staging.internal.example.com:6379/0`,
    MAIL_FROM: 'Platform <no-reply@staging.example.com>',
    MAIL_PASSWORD: randomBytes(15).toString('base64'),
    STRIPE_SECRET: `example_${randomBytes(18).toString('base64url')}`,
    FEATURE_NEW_PLAYER: 'true',
  };
  // As `docker run --env-file` reads it: no quoting, everything after the first `=` is the value.
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return {
    '/platform/staging/env': `# Platform, staging\n${lines.join('\n')}\n`,
    '/platform/staging/cloudfront_pem': rsaKey('pkcs1'),
    '/platform/aspera_client_pem': rsaKey('pkcs8'),
  };
}

function rsaKey(type: 'pkcs1' | 'pkcs8'): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type, format: 'pem' }).toString();
}
