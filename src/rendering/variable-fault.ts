import type { Fault } from './grammar.ts';

/** A variable that cannot be read, and the offset at which that was seen. */
export class VariableFault extends Error {
  readonly fault: Fault;
  readonly at: number;

  constructor(at: number, fault: Fault) {
    super(fault.message);
    this.fault = fault;
    this.at = at;
  }
}

export const UNTERMINATED: Fault = {
  code: 'syntax',
  message: 'the variable is not closed',
  fix: 'Close it with the bracket that belongs to its first one',
};
export const NESTED_TYPE: Fault = {
  code: 'syntax',
  message: 'what stands in the address of a variable is no variable',
  fix: 'Name a source there, such as ${self:custom.stage}',
};
export const EXPECTED_SOURCE: Fault = {
  code: 'syntax',
  message: 'a source or a literal is expected after the comma',
  fix: "Write a source (ssm:/name), a quoted text ('text'), a number, true, false or null, on one line",
};
export const BRACED_SOURCE: Fault = {
  code: 'syntax',
  message: 'a fallback source is written without brackets of its own',
  fix: 'Write self:name, not ${self:name}',
};
export const LITERAL_IS_LAST: Fault = {
  code: 'syntax',
  message: 'nothing may follow a literal',
  fix: 'Keep one literal, at the end',
};
export const UNQUOTED: Fault = {
  code: 'bad_literal',
  message: 'a fallback that is a word needs quotes',
  fix: "Quote it: 'word'",
};
export const BAD_STRING: Fault = {
  code: 'bad_literal',
  message: 'the text in double quotes is no JSON string',
  fix: 'Use single quotes, or the escapes of JSON',
};
export const BAD_PARAMS: Fault = {
  code: 'syntax',
  message: 'the list in parentheses is not closed',
  fix: 'Write ssm(region, raw):/name',
};
export const BAD_ADDRESS: Fault = {
  code: 'syntax',
  message: 'an address is expected here, or the end of the variable',
  fix: 'Write type:address or type(params):address',
};
