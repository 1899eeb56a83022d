/** An error as the SDK throws it for an answer of STS. */
export function stsError(name: string, message = 'hidden', status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}
