/**
 * An error whose message was written for the person who reads the log: it says what is wrong and what to do, and holds no
 * value and no foreign text. Every other error is shown without its message.
 */
export class ActionError extends Error {
  override readonly name: string = 'ActionError';
}

/** The text for the log. Of an error that nobody expected only its class and the places in the code are told. */
export function messageFor(error: unknown): string {
  if (error instanceof ActionError) return error.message;
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? framesOf(error) : [];
  return [
    `Internal error (${name}). Its message is not shown, since it may quote a secret.`,
    'Please report it with these lines:',
    ...frames,
  ].join('\n');
}

function framesOf({ stack = '', message }: Error): string[] {
  // The stack begins with the message, which may have lines that look like frames.
  const rest = stack.slice(stack.indexOf(message) + message.length);
  return rest.split('\n').filter((line) => /^ {4}at /.test(line));
}
