import type { Job } from './runner.ts';

/** Lines shorter than this are too common to be a leak. */
const SHORTEST_LINE = 4;

/** Ways in which a secret could stand in a text. */
const FORMS: readonly { name: string; encode: (secret: string) => string }[] = [
  { name: 'plain', encode: (secret) => secret },
  { name: 'base64', encode: base64Stem },
  { name: 'URL-encoded', encode: (secret) => encodeURIComponent(secret.toWellFormed()) },
  {
    name: 'form-encoded',
    encode: (secret) => new URLSearchParams({ v: secret }).toString().slice(2),
  },
  { name: 'JSON-escaped', encode: (secret) => JSON.stringify(secret).slice(1, -1) },
];

/** The characters of the base64 text that hold whatever follows the secret. */
function base64Stem(secret: string): string {
  const bytes = Buffer.from(secret, 'utf8');
  return bytes.toString('base64').slice(0, Math.floor((bytes.length * 8) / 6));
}

/**
 * Looks for planted secrets where people can see them: in the job's log, its annotations (with the
 * properties, which the runner does not mask) and its summary. Looks for the whole value and for each
 * of its lines, trimmed, of four characters or more, each as it is and encoded.
 * @returns one line for each find: which secret, in which form, where. Empty when nothing leaked.
 */
export function findLeaks(job: Job, planted: readonly string[]): string[] {
  const places = visiblePlaces(job);
  const leaks = planted.flatMap((secret, index) =>
    partsOf(secret).flatMap((part) =>
      FORMS.flatMap((form) => {
        const needle = form.encode(part.text);
        if (form.name !== 'plain' && needle === part.text) return [];
        return places
          .filter((place) => place.text.includes(needle))
          .map(
            (place) =>
              `${place.name} shows secret ${index + 1} (${part.name}, ${form.name}): ${needle}`,
          );
      }),
    ),
  );
  return [...new Set(leaks)];
}

function visiblePlaces(job: Job): { name: string; text: string }[] {
  return [
    { name: 'the log', text: job.log },
    { name: 'the summary', text: job.summary },
    ...job.annotations.flatMap(({ level, message, properties }) => [
      { name: `a message (${level})`, text: message },
      ...Object.entries(properties).map(([name, text]) => ({
        name: `a message's ${name} (${level})`,
        text,
      })),
    ]),
  ];
}

function partsOf(secret: string): { name: string; text: string }[] {
  const lines = secret.split(/[\r\n]/).map((line, index) => ({
    name: `line ${index + 1}`,
    text: line.trim(),
  }));
  const long = lines.filter(({ text }) => text.length >= SHORTEST_LINE && text !== secret);
  return secret === '' ? long : [{ name: 'whole', text: secret }, ...long];
}

/** Words that stand in most logs: masking one of them garbles the log and hides nothing. */
const COMMON_WORDS = [
  'true',
  'false',
  'null',
  'yes',
  'no',
  'on',
  'off',
  'none',
  'development',
  'dev',
  'staging',
  'stage',
  'production',
  'prod',
  'test',
  'local',
  'debug',
  'info',
  'warn',
  'warning',
  'error',
  'localhost',
  '127.0.0.1',
  'us-east-1',
  'eu-central-1',
  '0',
  '1',
  '80',
  '443',
  '3306',
  '8080',
  '{',
  '}',
  '-----BEGIN RSA PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----',
  '-----END PRIVATE KEY-----',
  '-----BEGIN CERTIFICATE-----',
];

/** Those of `words` that the job's masks hide, wholly or in part. */
export function hiddenWords(job: Job, words: readonly string[] = COMMON_WORDS): string[] {
  return words.filter((word) => job.masker.mask(word) !== word);
}
