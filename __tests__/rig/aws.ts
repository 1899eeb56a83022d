import { randomInt } from 'node:crypto';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  DeleteParameterCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

const DEFAULT_REGION = 'us-east-1';

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/**
 * One AWS account within moto. Moto makes a role's account the account of everything that is done with
 * the credentials of that role, whether the role exists or not, so that accounts need no setting up and
 * do not see each other's parameters.
 */
export class Account {
  /** Twelve digits. */
  readonly id: string;
  readonly #endpoint: string;
  readonly #credentials: Credentials;
  readonly #clients = new Map<string, SSMClient>();
  readonly #secretsClients = new Map<string, SecretsManagerClient>();

  private constructor(id: string, endpoint: string, credentials: Credentials) {
    this.id = id;
    this.#endpoint = endpoint;
    this.#credentials = credentials;
  }

  /** Opens an account in the run's moto (`MOTO_URL`), by default one that nobody else uses. */
  static async open(id = String(randomInt(1e11, 9e11))): Promise<Account> {
    const endpoint = process.env.MOTO_URL;
    if (endpoint === undefined) throw new Error('MOTO_URL is not set: moto does not run.');
    const sts = new STSClient({
      endpoint,
      region: DEFAULT_REGION,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'any' },
    });
    const { Credentials: credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${id}:role/test-rig`,
        RoleSessionName: 'test-rig',
      }),
    );
    sts.destroy();
    return new Account(id, endpoint, {
      accessKeyId: credentials?.AccessKeyId ?? '',
      secretAccessKey: credentials?.SecretAccessKey ?? '',
      sessionToken: credentials?.SessionToken ?? '',
    });
  }

  /** A role of this account that any token may assume. */
  roleArn(name = 'ci'): string {
    return `arn:aws:iam::${this.id}:role/${name}`;
  }

  /** Variables for a process that acts in this account without a role to assume. */
  ambientEnv(): Record<string, string> {
    return {
      AWS_ACCESS_KEY_ID: this.#credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: this.#credentials.secretAccessKey,
      AWS_SESSION_TOKEN: this.#credentials.sessionToken,
    };
  }

  /**
   * Stores a parameter, over one that exists.
   * @returns the version that it has now.
   */
  async putParameter(
    name: string,
    value: string,
    options: { type?: 'String' | 'SecureString' | 'StringList'; region?: string } = {},
  ): Promise<number> {
    const command = new PutParameterCommand({
      Name: name,
      Value: value,
      Type: options.type ?? 'SecureString',
      Tier: 'Intelligent-Tiering',
      Overwrite: true,
    });
    const { Version: version } = await this.#client(options.region).send(command);
    return version ?? 0;
  }

  /** Gives a version of a parameter a label. */
  async labelParameter(
    name: string,
    version: number,
    label: string,
    options: { region?: string } = {},
  ): Promise<void> {
    await this.#client(options.region).send(
      new LabelParameterVersionCommand({
        Name: name,
        ParameterVersion: version,
        Labels: [label],
      }),
    );
  }

  /** Deletes a parameter with all its versions. */
  async deleteParameter(name: string, options: { region?: string } = {}): Promise<void> {
    await this.#client(options.region).send(new DeleteParameterCommand({ Name: name }));
  }

  /**
   * Creates a secret, a text or bytes.
   * @returns its ARN.
   */
  async createSecret(
    name: string,
    value: string | Uint8Array,
    options: { region?: string } = {},
  ): Promise<string> {
    const { ARN: arn } = await this.#secretsClient(options.region).send(
      new CreateSecretCommand({ Name: name, ...secretContent(value) }),
    );
    return arn ?? '';
  }

  /**
   * Gives a secret a new current version.
   * @returns the id of the version.
   */
  async putSecretValue(
    name: string,
    value: string | Uint8Array,
    options: { region?: string } = {},
  ): Promise<string> {
    const { VersionId: id } = await this.#secretsClient(options.region).send(
      new PutSecretValueCommand({ SecretId: name, ...secretContent(value) }),
    );
    return id ?? '';
  }

  /** Schedules a secret for deletion. */
  async deleteSecret(name: string, options: { region?: string } = {}): Promise<void> {
    await this.#secretsClient(options.region).send(new DeleteSecretCommand({ SecretId: name }));
  }

  #secretsClient(region = DEFAULT_REGION): SecretsManagerClient {
    const client =
      this.#secretsClients.get(region) ??
      new SecretsManagerClient({
        endpoint: this.#endpoint,
        region,
        credentials: this.#credentials,
      });
    this.#secretsClients.set(region, client);
    return client;
  }

  #client(region = DEFAULT_REGION): SSMClient {
    const known = this.#clients.get(region);
    if (known !== undefined) return known;
    const client = new SSMClient({
      endpoint: this.#endpoint,
      region,
      credentials: this.#credentials,
    });
    this.#clients.set(region, client);
    return client;
  }
}

function secretContent(value: string | Uint8Array): object {
  return typeof value === 'string' ? { SecretString: value } : { SecretBinary: value };
}
