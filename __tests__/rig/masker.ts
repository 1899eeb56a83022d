/**
 * The runner's secret masker: which strings a mask hides, and how they are replaced.
 * Source: actions/runner 2.336, `Runner.Worker/ActionCommandManager.cs` (add-mask),
 * `Runner.Common/HostContext.cs` (list of encoders), `Sdk/DTLogging/Logging/ValueEncoders.cs` and
 * `SecretMasker.cs`.
 */

/** A form of the secret that the runner hides too; an empty string when it has no such form. */
type Encoder = (secret: string) => string;

const base64WithoutFirst =
  (count: number): Encoder =>
  (secret) => {
    const bytes = Buffer.from(secret, 'utf8');
    return (bytes.length > count ? bytes.subarray(count) : bytes).toString('base64');
  };

const hexEscape = (prefix: string, width: number) => (character: string) =>
  prefix + character.charCodeAt(0).toString(16).padStart(width, '0');

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
};

/** PowerShell cuts its error messages around `&`; parts shorter than this are not registered. */
const SHORTEST_AMPERSAND_PART = 6;

function upToAmpersand(secret: string): string {
  const marked = secret.indexOf('&+');
  const part = secret.slice(0, marked >= 0 ? marked + 2 : secret.lastIndexOf('&') + 1);
  return part.length >= SHORTEST_AMPERSAND_PART ? part : '';
}

function afterAmpersand(secret: string): string {
  if (!secret.includes('&')) return '';
  const marked = secret.indexOf('&+');
  const part = secret.slice(marked >= 0 ? marked + 3 : secret.lastIndexOf('&') + 1);
  return part.length >= SHORTEST_AMPERSAND_PART ? part : '';
}

const ENCODERS: readonly Encoder[] = [
  base64WithoutFirst(0),
  base64WithoutFirst(1),
  base64WithoutFirst(2),
  (secret) => secret.replaceAll('"', '\\"'),
  (secret) => secret.replaceAll("'", "''"),
  (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[\u0085\u2028\u2029]/g, hexEscape('\\u', 4)),
  (secret) =>
    encodeURIComponent(secret.toWellFormed()).replace(/[!'()*]/g, (character) =>
      hexEscape('%', 2)(character).toUpperCase(),
    ),
  (secret) => secret.replace(/[<>"'&]/g, (character) => XML_ENTITIES[character] ?? character),
  (secret) =>
    secret.length > 8 && secret.startsWith('"') && secret.endsWith('"') ? secret.slice(1, -1) : '',
  upToAmpersand,
  afterAmpersand,
];

/** One job's masks. Masks act on what is masked after they were added, never on what went before. */
export class Masker {
  readonly #hidden = new Set<string>();

  /** Hides `secret` and its encoded forms, as the runner does for tokens that it knows itself. */
  addValue(secret: string): void {
    if (secret === '') return;
    this.#hidden.add(secret);
    for (const encode of ENCODERS) {
      const encoded = encode(secret);
      if (encoded !== '') this.#hidden.add(encoded);
    }
  }

  /**
   * What `::add-mask::` does: the whole text as given, and each of its lines, trimmed.
   * @returns false when the text is blank, which the runner refuses with a warning.
   */
  addMask(text: string): boolean {
    if (text.trim() === '') return false;
    this.addValue(text);
    for (const line of text.split(/[\r\n]/)) this.addValue(line.trim());
    return true;
  }

  /** `text` with `***` for every hidden stretch; hits that overlap or touch become one. */
  mask(text: string): string {
    let masked = '';
    let shownUpTo = 0;
    let hidden: { from: number; to: number } | undefined;
    for (const hit of this.#hits(text)) {
      if (hidden !== undefined && hit.from <= hidden.to) {
        hidden.to = Math.max(hidden.to, hit.to);
        continue;
      }
      if (hidden !== undefined) {
        masked += `${text.slice(shownUpTo, hidden.from)}***`;
        shownUpTo = hidden.to;
      }
      hidden = hit;
    }
    if (hidden === undefined) return text;
    return `${masked}${text.slice(shownUpTo, hidden.from)}***${text.slice(hidden.to)}`;
  }

  #hits(text: string): { from: number; to: number }[] {
    const hits: { from: number; to: number }[] = [];
    for (const secret of this.#hidden) {
      for (let from = text.indexOf(secret); from >= 0; from = text.indexOf(secret, from + 1)) {
        hits.push({ from, to: from + secret.length });
      }
    }
    return hits.sort((a, b) => a.from - b.from);
  }
}
