/** An answer as moto gave it. */
export interface MotoAnswer {
  status: number;
  body: string;
}

interface Parameter {
  [key: string]: unknown;
}

/**
 * Whether moto answers a `GetParameters` unlike AWS: it leaves `Selector` out, so that two versions of a parameter cannot
 * be told apart, and it knows no ARNs there. Both work with its `GetParameter`.
 */
export function isMotoGap(names: readonly string[]): boolean {
  return names.some((name) => name.includes(':'));
}

/** Answers a `GetParameters` as AWS does, by a `GetParameter` for each name. */
export async function getParametersOneByOne(
  names: readonly string[],
  getParameter: (name: string) => Promise<MotoAnswer>,
): Promise<MotoAnswer> {
  const answers = await Promise.all(
    names.map(async (name) => ({ name, ...(await getParameter(name)) })),
  );
  const found = answers.filter(({ status }) => status === 200);
  const parameters = found.map(({ name, body }) => {
    const { Parameter: parameter } = JSON.parse(body) as { Parameter: Parameter };
    const selector = /^(?:arn:.*?:parameter)?[^:]*(:[^:]+)$/.exec(name)?.[1];
    return selector === undefined ? parameter : { ...parameter, Selector: selector };
  });
  const invalid = answers.filter(({ status }) => status !== 200).map(({ name }) => name);
  return {
    status: 200,
    body: JSON.stringify({ Parameters: parameters, InvalidParameters: invalid }),
  };
}
