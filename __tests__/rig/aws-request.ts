import type { IncomingHttpHeaders } from 'node:http';

/** How a service frames its calls: AWS JSON 1.1 (SSM) or AWS Query (STS). */
export type AwsProtocol = 'json' | 'query';

/** One call to an AWS service, as far as tests look at it. */
export interface AwsRequest {
  /** Such as `GetParameters`; `?` when the request names none. */
  operation: string;
  protocol: AwsProtocol;
  /** From the signature's scope; undefined for calls that are not signed. */
  region: string | undefined;
  /** That signed the call. */
  accessKeyId: string | undefined;
  /** The JSON object, or the form's fields. */
  body: Record<string, unknown>;
}

/** Reads a call: `X-Amz-Target` names the operation of a JSON call, the field `Action` that of a form. */
export function parseAwsRequest(headers: IncomingHttpHeaders, body: string): AwsRequest {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(headers.authorization ?? '');
  const signed = { accessKeyId: scope?.[1], region: scope?.[2] };
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const operation = target.slice(target.indexOf('.') + 1);
    return { operation, protocol: 'json', ...signed, body: JSON.parse(body) };
  }
  const form = Object.fromEntries(new URLSearchParams(body));
  return { operation: form.Action ?? '?', protocol: 'query', ...signed, body: form };
}
