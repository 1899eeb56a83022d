/** Why a text is no source, and the form that would be right. */
export interface SourceProblem {
  readonly message: string;
  readonly fix: string;
}

// Limits of a parameter's name: AWS Systems Manager API reference, PutParameter, "Name".
const NAME_CHARACTERS = /^[A-Za-z0-9_.\-/]+$/;
const MOST_LEVELS = 15;
const MOST_CHARACTERS = 1011;

const FIX = 'Name it as Parameter Store shows it, such as /platform/staging/env';

/** Finds what AWS would refuse in the name of a parameter or path: one such name fails a whole batch. */
export function whyNoParameterName(name: string): SourceProblem | undefined {
  if (!NAME_CHARACTERS.test(name)) {
    return {
      message: 'a parameter name consists of letters, digits, "_", ".", "-" and "/"',
      fix: FIX,
    };
  }
  if (name.includes('//') || name.endsWith('/')) {
    return { message: 'a parameter name has no empty level', fix: FIX };
  }
  if (!name.startsWith('/') && name.includes('/')) {
    return { message: 'a parameter name with levels begins with "/"', fix: `Write /${name}` };
  }
  if (name.split('/').length - 1 > MOST_LEVELS) {
    return { message: `a parameter name has at most ${MOST_LEVELS} levels`, fix: FIX };
  }
  if (name.length > MOST_CHARACTERS) {
    return { message: `a parameter name has at most ${MOST_CHARACTERS} characters`, fix: FIX };
  }
  return undefined;
}
