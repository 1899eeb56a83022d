import { doubleQuoted } from '../../../src/rendering/yaml-scalar.ts';

/** How a text can be written in YAML, by style; undefined where it cannot be so. */
type Style = (text: string, indent: string) => string | undefined;

function block(header: string, text: string, indent: string): string {
  return `${header}\n${indent}${text.replaceAll('\n', `\n${indent}`)}`;
}

const isBlock = (text: string): boolean => text !== '' && !/^\s|\t|\s$|\n\s/.test(text);

/** Styles for a value in block context; the indentation is that of the lines of a block scalar. */
export const STYLES: Readonly<Record<string, Style>> = {
  double: (text) => doubleQuoted(text),
  single: (text) => (/[\n\t]/.test(text) ? undefined : `'${text.replaceAll("'", "''")}'`),
  plain: (text) => (/^[a-z$][^\n\t]*$/.test(text) && !/: | #|\s$|:$/.test(text) ? text : undefined),
  literal: (text, indent) => (isBlock(text) ? block('|', text, indent) : undefined),
  'literal, stripped': (text, indent) => (isBlock(text) ? block('|-', text, indent) : undefined),
  'literal, kept': (text, indent) =>
    isBlock(text) ? `${block('|+ # note', text, indent)}\n` : undefined,
  folded: (text, indent) =>
    isBlock(text) && !text.includes('\n') ? block('>-', text, indent) : undefined,
};

/** The text in the first of the styles, beginning at `choice`, that can hold it. */
export function written(text: string, choice: number, indent: string): string {
  const styles = Object.values(STYLES);
  for (let index = 0; index < styles.length; index += 1) {
    const source = styles[(choice + index) % styles.length]?.(text, indent);
    if (source !== undefined) return source;
  }
  return doubleQuoted(text);
}
