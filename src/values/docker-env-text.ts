/** A variable as docker's raw dialect has it: everything after the first `=`. */
export interface RawVariable {
  readonly name: string;
  readonly value: string;
}

/** What docker makes of a text, and the 1-based numbers of the lines that it would refuse. */
export interface DockerEnvText {
  readonly variables: readonly RawVariable[];
  readonly badLines: readonly number[];
}

/**
 * Reads env text by docker's raw dialect (docker/cli, `pkg/kvfile/kvfile.go`): one line a variable, no quotes, no escapes,
 * comments only where `#` is the first character that is no blank.
 */
export function parseDockerEnvText(text: string): DockerEnvText {
  const variables: RawVariable[] = [];
  const badLines: number[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, physical] of lines.entries()) {
    const line = physical.replace(/\r$/, '').trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined || value.includes('\0')) badLines.push(index + 1);
    else variables.push({ name, value });
  }
  return { variables, badLines };
}
