import type { JsonNode } from '../values/json.ts';
import type { Delimiters } from './grammar.ts';
import { memberOf } from './nodes.ts';

/**
 * The delimiters that `provider.variableSyntax` of versions 1 and 2 asks for. Only the forms in use are known: they
 * begin with the escaped brackets and have one group.
 *
 * @param configuration of the root file
 */
export function declaredDelimiters(configuration: JsonNode): Delimiters | 'unknown' {
  const provider = memberOf(configuration, 'provider');
  const syntax = provider && memberOf(provider, 'variableSyntax');
  if (syntax === undefined) return '${ }';
  if (syntax.kind !== 'string') return 'unknown';
  const pattern = syntax.value.replaceAll('\\', '');
  if (/^\$\{\{\(.*\)\}\}$/s.test(pattern)) return '${{ }}';
  return /^\$\{\(.*\)\}$/s.test(pattern) ? '${ }' : 'unknown';
}
