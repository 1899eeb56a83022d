import { extname } from 'node:path';
import type { Source } from '../plan/source.ts';
import { compactJson, type JsonNode, type JsonResult, parseJson } from './json.ts';

/** In which language a value is structured. */
export type Structure = 'json' | 'yaml';

const BY_ENDING: Readonly<Record<string, Structure>> = {
  '.json': 'json',
  '.yml': 'yaml',
  '.yaml': 'yaml',
};

/**
 * How a value is structured: a local file by the ending of its name, any other value as JSON where its first character
 * that is no blank is `{`.
 *
 * @returns undefined where the value is text
 */
export function structureOf(source: Source, text: string): Structure | undefined {
  if (source.kind === 'file') {
    const structure = BY_ENDING[extname(source.path).toLowerCase()];
    if (structure !== undefined) return structure;
  }
  return text.trimStart().startsWith('{') ? 'json' : undefined;
}

/** Reads a structured value. YAML brings a large parser along, which is loaded only here. */
export async function parseStructured(structure: Structure, text: string): Promise<JsonResult> {
  // A byte order mark, which editors leave, is no part of JSON (RFC 8259, section 8.1).
  if (structure === 'json') return parseJson(text.replace(/^\uFEFF/, ''));
  const { parseYaml } = await import('./yaml.ts');
  return parseYaml(text);
}

/** Finds the value of a key; a key that contains dots is found before a nested one. */
export function findKey(node: JsonNode, key: string): JsonNode | undefined {
  if (node.kind !== 'object') return undefined;
  const memberOf = (name: string): JsonNode | undefined =>
    node.members.find((member) => member.key === name)?.value;
  const whole = memberOf(key);
  if (whole !== undefined) return whole;
  for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
    const inner = memberOf(key.slice(0, dot));
    const nested = inner && findKey(inner, key.slice(dot + 1));
    if (nested !== undefined) return nested;
  }
  return undefined;
}

/** A value as a variable holds it: numbers by their source text, null empty, objects and arrays as compact JSON. */
export function textOf(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'null':
      return '';
    default:
      return compactJson(node);
  }
}
