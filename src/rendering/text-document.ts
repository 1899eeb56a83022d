import { changedNode, type OpenedDocument, type Slot } from './document.ts';

/** A file without a structure that is known: the whole of it is one text. */
export function openText(text: string): OpenedDocument {
  const slot: Slot = { text, path: [], offsetOf: (index) => index };
  return {
    kind: 'document',
    document: {
      slots: [slot],
      isPlainText: true,
      configuration: { kind: 'null' },
      refuses: () => undefined,
      spelling: (value) => value,
      write: (changes) => {
        const change = changes.get(slot);
        const node = change && changedNode(change);
        return node?.kind === 'string' ? node.value : text;
      },
    },
  };
}
