import type { SettingsReader } from './settings-reader.ts';
import type { Variables } from './variables.ts';

// The form of every region's name: AWS General Reference, "AWS service endpoints".
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;
const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'];

/** The region of the step: the setting, else the variables that every AWS tool reads. */
export function readRegion(reader: SettingsReader, variables: Variables): string | undefined {
  const message = 'this is no name of a region';
  const fix = 'Write it as AWS does, for example us-east-1';
  if (reader.placed('aws-region') !== undefined) {
    return reader.matching('aws-region', REGION, message, fix);
  }
  for (const name of REGION_VARIABLES) {
    const text = variables[name]?.trim();
    if (!text) continue;
    if (REGION.test(text)) return text;
    reader.problems.push({ place: { input: `the variable ${name}`, text }, message, fix });
    return undefined;
  }
  return undefined;
}

/** Tells that a region is missing, unless one that is none was told of already. */
export function requireRegion(reader: SettingsReader, variables: Variables): void {
  const isGiven =
    reader.placed('aws-region') !== undefined ||
    REGION_VARIABLES.some((name) => variables[name]?.trim());
  if (isGiven) return;
  reader.problems.push({
    place: { input: 'aws-region' },
    message: 'no region is named',
    fix: 'Name it: aws-region: us-east-1',
  });
}
