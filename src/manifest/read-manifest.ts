import { type Document, LineCounter, parseDocument } from 'yaml';
import { nearestName } from '../plan/nearest-name.ts';
import type { Manifest } from '../plan/plan.ts';
import type { FilePlace, Problem } from '../reporting/problem.ts';
import { readEnvironments } from './manifest-environments.ts';
import { readManifestSettings } from './manifest-settings.ts';
import { knownKeys, manifestSchema } from './schema.ts';
import { type PlaceOf, type Position, YamlPositions } from './yaml-positions.ts';

const EMPTY: Omit<Manifest, 'problems'> = {
  settings: { texts: {}, lists: {}, mappings: {} },
  environments: { rules: new Map() },
};
// Aliases may stand for one another many times over; a manifest written by people needs few.
const MOST_ALIASES = 100;

/**
 * Reads and validates a manifest. Every scalar is taken as the text that stands there (YAML 1.2.2, "Failsafe Schema").
 *
 * @param file its path as people read it, for the places of problems
 */
export function readManifest(text: string, file: string): Manifest {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const positions = new YamlPositions(document, lines);
  const at = ({ line, column }: Position): FilePlace => ({ file, line, column });
  const placeOf: PlaceOf = (path, written) => ({
    ...at(positions.ofValue(path)),
    ...(written === undefined ? {} : { text: written }),
  });

  // A tag that the schema does not know is but a warning to the parser.
  // The first fault of the syntax makes the rest of the file one.
  const broken = [...document.errors, ...document.warnings]
    .slice(0, 1)
    .map(({ code, pos }): Problem => {
      const { line, col } = lines.linePos(pos[0]);
      return { place: at({ line, column: col }), ...explainYamlError(code) };
    });
  if (broken.length > 0) return { ...EMPTY, problems: broken };
  const data = toData(document);
  if (data === undefined)
    return { ...EMPTY, problems: [{ place: placeOf([]), ...TOO_MANY_ALIASES }] };

  const checked = manifestSchema.safeParse(data);
  if (!checked.success) {
    const problems = checked.error.issues.flatMap((issue) => explainIssue(issue, positions, at));
    return { ...EMPTY, problems };
  }
  const problems: Problem[] = [];
  const environments = readEnvironments(checked.data, placeOf, problems);
  return {
    settings: readManifestSettings(checked.data, placeOf, problems),
    environments,
    problems,
  };
}

const TOO_MANY_ALIASES: Omit<Problem, 'place'> = {
  message: 'an alias has no anchor, or stands for too many values',
  fix: 'Write out what it stands for',
};

/** @returns undefined where aliases stand for one another so often that they would fill the memory */
function toData(document: Document): unknown {
  try {
    // An empty file, or one with nothing but comments, says nothing.
    return document.toJS({ maxAliasCount: MOST_ALIASES }) || {};
  } catch {
    return undefined;
  }
}

/** Faults of YAML by the codes of the `yaml` package, whose messages quote the file. */
function explainYamlError(code: string): Omit<Problem, 'place'> {
  if (code === 'DUPLICATE_KEY') {
    return { message: 'this key stands there twice', fix: 'Leave one of them out' };
  }
  if (code === 'TAG_RESOLVE_FAILED') {
    return { message: 'a tag has no meaning here', fix: 'Leave out what begins with "!"' };
  }
  return {
    message: `this is no YAML (${code.toLowerCase().replaceAll('_', ' ')})`,
    fix: 'See the indentation, and put quotes around texts with ": " or " #", and around {environment} within [ ] or { }',
  };
}

type Issue = NonNullable<ReturnType<typeof manifestSchema.safeParse>['error']>['issues'][number];

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'one value',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function explainIssue(
  issue: Issue,
  positions: YamlPositions,
  at: (position: Position) => FilePlace,
): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const near = nearestName(key, known);
      return {
        place: { ...at(positions.ofKey(issue.path, key)), text: key },
        message: 'the manifest has no such key here',
        fix: near === undefined ? `Write one of ${known.join(', ')}` : `Write ${near}`,
      };
    });
  }
  if (issue.code === 'invalid_union') {
    // The branch that the value was meant for is the one whose own type it has.
    const branch = issue.errors.find((issues) => issues.every(isWithin));
    if (branch !== undefined) {
      // A typo in a key also leaves the right key absent, which needs no word of its own.
      const typos = branch.filter(({ code }) => code === 'unrecognized_keys');
      return (typos.length > 0 ? typos : branch).flatMap((inner) =>
        explainIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, positions, at),
      );
    }
  }
  const forms =
    issue.code === 'invalid_union'
      ? issue.errors.flatMap((issues) => issues.map(expectedBy))
      : [expectedBy(issue)];
  return [
    {
      place: at(positions.ofValue(issue.path)),
      message: `${issue.path.join('.') || 'the manifest'} holds something else than ${[...new Set(forms)].join(' or ')}`,
      fix: 'See the README, "Manifest"',
    },
  ];
}

/** Whether an issue is about a part of the value: the value itself has the type that the schema wants. */
function isWithin(issue: Pick<Issue, 'path' | 'code'> & { readonly errors?: unknown }): boolean {
  if (issue.path.length > 0 || issue.code === 'unrecognized_keys') return true;
  const branches = issue.code === 'invalid_union' ? (issue.errors as Issue[][]) : [];
  return branches.some((issues) => issues.every(isWithin));
}

function expectedBy(issue: {
  readonly code?: string | undefined;
  readonly expected?: unknown;
}): string {
  return EXPECTED[String(issue.expected)] ?? 'what belongs there';
}
