import { type Document, type ErrorCode, parseAllDocuments } from 'yaml';

/** An error of YAML and its offset. The parser's own message is not kept, since it quotes the text. */
export interface YamlFault {
  readonly offset: number;
  readonly code: ErrorCode;
}

/** The documents of a YAML file with the offsets of their nodes in it, and what is wrong with it. */
export interface YamlText {
  readonly documents: readonly Document.Parsed[];
  readonly faults: readonly YamlFault[];
}

/** Parses all documents; the tokens that nodes come from are kept. Duplicate keys are no fault here. */
export function parseYaml(text: string): YamlText {
  const parsed = parseAllDocuments(text, {
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
    // The check of the package compares every key with every other.
    uniqueKeys: false,
  });
  const documents: Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  return {
    documents,
    faults: documents.flatMap(({ errors }) =>
      errors.map(({ pos, code }) => ({ offset: pos[0], code })),
    ),
  };
}
