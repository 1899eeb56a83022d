import { describe, expect, it } from '@jest/globals';
import { ActionError, messageFor } from '../../../src/reporting/action-error.ts';
import { ProblemReport } from '../../../src/reporting/problem.ts';
import { WriteError } from '../../../src/targets/write-files.ts';

describe('messageFor', () => {
  it.each([
    [new ActionError('What is wrong')],
    [new ProblemReport('Wrong', [{ message: 'this' }])],
    [new WriteError('.env', 'ENOSPC')],
  ])('shows the message of an error that was written for people: %s', (error) => {
    expect(messageFor(error)).toBe(error.message);
  });

  it.each<[unknown, string]>([
    [new Error('s3cret'), 'Error'],
    [new SyntaxError('Unexpected token s3cret\n    at s3cret (/s3cret:1:1)'), 'SyntaxError'],
    ['s3cret', 'string'],
    [undefined, 'undefined'],
  ])('shows no other message: %j', (error, name) => {
    const message = messageFor(error);
    expect(message.split('\n').slice(0, 2)).toEqual([
      `Internal error (${name}). Its message is not shown, since it may quote a secret.`,
      'Please report it with these lines:',
    ]);
    expect(message).not.toContain('s3cret');
    expect(message.includes('action-error.test.ts')).toBe(error instanceof Error);
  });
});
