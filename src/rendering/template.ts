import type { JsonNode } from '../values/json.ts';
import type { RenderContext } from './context.ts';
import { declaredDelimiters } from './delimiters.ts';
import type { OpenedDocument, Slot, TemplateDocument } from './document.ts';
import type { Delimiters, Piece } from './grammar.ts';
import { openJson } from './json-document.ts';
import { Positions } from './positions.ts';
import type { TemplatePlace, TemplateProblem } from './problem.ts';
import type { Lookup } from './reference.ts';
import type { Rendering } from './rendering.ts';
import { renderRound, type TemplateText } from './round.ts';
import { scan } from './scan.ts';
import { refusalsOf } from './syntax.ts';
import { openText } from './text-document.ts';
import { readConfiguration } from './yaml-configuration.ts';
import { openYaml } from './yaml-document.ts';

export type TemplateFormat = 'yaml' | 'json' | 'text';

/**
 * A file whose variables can be rendered. Its caller fetches: `render` is called with what is known, first with a
 * lookup that knows nothing, and again after what it needs was fetched, until it needs no more. Addresses that depend on
 * values take a round for each step. It has no state between the calls.
 */
export interface Template {
  render(lookup: Lookup): Rendering;
}

export type OpenedTemplate =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'problems'; readonly problems: readonly TemplateProblem[] };

/** The format of a file by its name. */
export function templateFormat(path: string): TemplateFormat {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  if (extension === '.yml' || extension === '.yaml') return 'yaml';
  return extension === '.json' ? 'json' : 'text';
}

/** Parses a template and finds all that is wrong with its syntax. */
export function openTemplate(
  text: string,
  format: TemplateFormat,
  context: RenderContext,
): OpenedTemplate {
  const positions = new Positions(text);
  const refuse = (fault: Omit<TemplateProblem, 'line' | 'column'>, offset = 0): OpenedTemplate => ({
    kind: 'problems',
    problems: [{ ...positions.at(offset), ...fault }],
  });
  if (context.dollar === 'escape' && context.consumer !== 'v3' && context.consumer !== 'none') {
    return refuse({
      code: 'option',
      message: 'dollar=escape writes escapes that only version 3 of the framework reads',
      fix: 'Set consumer=v3 in render-options too, or another dollar',
    });
  }
  const opened = openDocument(text, format, context);
  if (opened.kind === 'faults') {
    const problems = opened.faults.map(({ offset, ...fault }) => ({
      ...positions.at(offset),
      ...fault,
    }));
    return { kind: 'problems', problems };
  }
  const root = rootOf(opened.document, context);
  if (root === undefined) {
    return refuse({
      code: 'yaml_syntax',
      message: 'the root file of this one is not valid YAML',
      fix: 'Mend the root file, or name another with root= in render-options',
    });
  }
  const delimiters = context.delimiters ?? declaredDelimiters(root);
  if (delimiters === 'unknown') {
    return refuse({
      code: 'option',
      message: 'provider.variableSyntax of the root file is none of the forms that are known',
      fix: 'Name the delimiters in render-options: delimiters=${ } or delimiters=${{ }}',
    });
  }
  return withTexts(opened.document, positions, { context, root, delimiters });
}

interface Reading {
  readonly context: RenderContext;
  readonly root: JsonNode;
  readonly delimiters: Delimiters;
}

function withTexts(
  document: TemplateDocument,
  positions: Positions,
  reading: Reading,
): OpenedTemplate {
  const placeOf = (slot: Slot, index: number): TemplatePlace => ({
    ...positions.at(slot.offsetOf(index)),
    ...(slot.path.length === 0 ? {} : { property: slot.path.join('.') }),
  });
  const texts = document.slots
    .filter(({ text }) => text.includes('ssm') && text.includes('$'))
    .map((slot): TemplateText => ({ slot, pieces: scan(slot.text, reading.delimiters) }));
  const problems = texts.flatMap(({ slot, pieces }) =>
    pieces.flatMap((piece) => syntaxProblems(piece, slot, placeOf)),
  );
  if (problems.length > 0) return { kind: 'problems', problems };
  const files = new Map<string, JsonNode | undefined>();
  return {
    kind: 'template',
    template: {
      render: (lookup) => renderRound({ document, texts, placeOf, files, ...reading }, lookup),
    },
  };
}

function syntaxProblems(
  piece: Piece,
  slot: Slot,
  placeOf: (slot: Slot, index: number) => TemplatePlace,
): readonly TemplateProblem[] {
  return refusalsOf(piece, slot.text).map(({ code, message, fix }) => {
    const variable = slot.text.slice(piece.start, piece.end);
    return { code, ...placeOf(slot, piece.start), message: `${variable}: ${message}`, fix };
  });
}

function openDocument(
  text: string,
  format: TemplateFormat,
  context: RenderContext,
): OpenedDocument {
  switch (format) {
    case 'yaml':
      return openYaml(text, context.consumer !== 'none');
    case 'json':
      return openJson(text);
    case 'text':
      return openText(text);
  }
}

function rootOf(document: TemplateDocument, { root }: RenderContext): JsonNode | undefined {
  return root === undefined ? document.configuration : readConfiguration(root);
}
