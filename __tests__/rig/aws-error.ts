import { randomUUID } from 'node:crypto';
import type { AwsProtocol, AwsRequest } from './aws-request.ts';

/** An error as an AWS service answers it. */
export interface AwsError {
  code: string;
  message: string;
  /** HTTP status. */
  status: number;
}

/** What the service says when there are too many calls. */
export const THROTTLED: Readonly<Record<AwsProtocol, AwsError>> = {
  json: { code: 'ThrottlingException', message: 'Rate exceeded', status: 400 },
  query: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
};

/** The HTTP answer for an error, in the call's protocol. */
export function encodeAwsError(
  protocol: AwsProtocol,
  error: AwsError,
): { headers: Record<string, string>; body: string } {
  const requestId = randomUUID();
  if (protocol === 'json') {
    return {
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
      body: JSON.stringify({ __type: error.code, message: error.message }),
    };
  }
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  return {
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: [
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
      '  <Error>',
      `    <Type>${type}</Type>`,
      `    <Code>${xmlText(error.code)}</Code>`,
      `    <Message>${xmlText(error.message)}</Message>`,
      '  </Error>',
      `  <RequestId>${requestId}</RequestId>`,
      '</ErrorResponse>',
      '',
    ].join('\n'),
  };
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What IAM answers when no policy allows the call, in AWS's words.
 * @param caller ARN of the role session that signed the call.
 * @param resource the parameter name that is denied.
 */
export function accessDenied(request: AwsRequest, caller: string, resource: string): AwsError {
  if (request.protocol === 'query') {
    return {
      code: 'AccessDenied',
      message: `Not authorized to perform sts:${request.operation}`,
      status: 403,
    };
  }
  const action = `ssm:${request.operation}`;
  const account = caller.split(':')[4] ?? '';
  const arn = resource.startsWith('arn:')
    ? resource
    : `arn:aws:ssm:${request.region}:${account}:parameter/${resource.replace(/^\//, '')}`;
  return {
    code: 'AccessDeniedException',
    message: `User: ${caller} is not authorized to perform: ${action} on resource: ${arn} because no identity-based policy allows the ${action} action`,
    status: 400,
  };
}
