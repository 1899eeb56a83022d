import type { JsonNode } from '../values/json.ts';
import type { Delimiters } from './grammar.ts';

/**
 * The delimiters that `provider.variableSyntax` of versions 1 and 2 asks for. Only the forms in use are known: they
 * begin with the escaped brackets and have one group.
 *
 * @param configuration of the root file
 */
export function declaredDelimiters(configuration: JsonNode): Delimiters | 'unknown' {
  const syntax = member(member(configuration, 'provider'), 'variableSyntax');
  if (syntax === undefined) return '${ }';
  if (syntax.kind !== 'string') return 'unknown';
  const pattern = syntax.value.replaceAll('\\', '');
  if (/^\$\{\{\(.*\)\}\}$/s.test(pattern)) return '${{ }}';
  return /^\$\{\(.*\)\}$/s.test(pattern) ? '${ }' : 'unknown';
}

function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object'
    ? node.members.find((candidate) => candidate.key === key)?.value
    : undefined;
}
