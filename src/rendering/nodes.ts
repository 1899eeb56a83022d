import type { JsonNode } from '../values/json.ts';

/** The value under a key of an object or at an index of a list. */
export function memberOf(node: JsonNode, key: string): JsonNode | undefined {
  switch (node.kind) {
    case 'object':
      return node.members.findLast((member) => member.key === key)?.value;
    case 'array':
      return /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return undefined;
  }
}
