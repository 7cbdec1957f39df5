import type { EditRow, NoteRow, PublishedSentence } from "../../network/learning/learning.table";
import { numbersIn } from "./numbersIn";
import type { Section, Sentence } from "./sentence";

/** A sentence as organisations would get it, or why they would not. */
export interface PreviewedSentence {
  readonly id: string;
  readonly section: Section;
  /** As it would be sent; null where it is left out, or cannot be sent as it is. */
  readonly text: string | null;
  /** Why it is left out. */
  readonly leftOut: string | null;
  /** What has to be mended before anything is published. */
  readonly fault: string | null;
}

const HIDDEN = "Hidden by staff.";
const STAFF_ONLY = "It goes by the week, or names what staff alone see: it has no protected form.";
const TOO_FEW = "Too few systems or organisations stand behind it, or one organisation could see through it; or the protected figures do not bear it out.";

/**
 * What would be sent, exactly: each sentence as it is made from protected figures, staff's own words where every number in
 * them stands there, too, and the notes as they were written.
 */
export function previewOf(sentences: readonly Sentence[], edits: readonly EditRow[], notes: readonly NoteRow[], fromProtected: readonly Sentence[]): PreviewedSentence[] {
  const [editOf, safeOf] = [new Map(edits.map((edit) => [edit.sentenceId, edit])), new Map(fromProtected.map((sentence) => [sentence.id, sentence]))];
  const told = sentences.map((sentence): PreviewedSentence => {
    const { id, section, audience } = sentence;
    const [edit, safe] = [editOf.get(id), safeOf.get(id)];
    if (edit?.hidden) return { id, section, text: null, leftOut: HIDDEN, fault: null };
    if (audience === "staff") return { id, section, text: null, leftOut: STAFF_ONLY, fault: null };
    if (safe === undefined) return { id, section, text: null, leftOut: TOO_FEW, fault: null };
    const words = edit?.text ?? null;
    const loose = words === null ? [] : numbersBeyond(words, safe.text);
    if (loose.length > 0) return { id, section, text: null, leftOut: null, fault: faultOf(loose, safe.text) };
    return { id, section, text: words ?? safe.text, leftOut: null, fault: null };
  });
  return [...told, ...notes.map(({ id, text }) => ({ id: `note:${id}`, section: "notes" as const, text, leftOut: null, fault: null }))];
}

/** The numbers of a text that stand in no other. */
function numbersBeyond(text: string, other: string): string[] {
  const there = new Set(numbersIn(other).map(({ value }) => value));
  return numbersIn(text)
    .filter(({ value }) => !there.has(value))
    .map(({ written }) => written);
}

const faultOf = ([first = ""]: readonly string[], safe: string): string => `“${first}” does not stand in the protected form of the sentence, whose numbers alone can be published: “${safe}”`;

/** What is kept and mailed. */
export const sentOf = (preview: readonly PreviewedSentence[]): PublishedSentence[] => preview.flatMap(({ id, section, text }) => (text === null ? [] : [{ id, section, text }]));
