import type { Context } from "../../context";
import { badInput } from "../../errors";
import type { EditRow } from "../../network/learning/learning.table";
import { editsByWeek, notesByWeek } from "../../network/learning/learning.loader";
import { dayAt, weekFault } from "../../network/learning/week.type";
import type { PackFacts } from "./facts";
import { exactFacts, protectedFacts } from "./load";
import type { PackSentence } from "./pack.type";
import { previewOf, type PreviewedSentence } from "./preview";
import type { Sentence } from "./sentence";
import { packSentences } from "./sentences";

/** What one operation has made already. */
const made = () => ({ exact: new Map<string, Promise<PackFacts>>(), published: new Map<string, Promise<{ facts: PackFacts; asOf: string }>>() });

/** @throws DomainError BAD_USER_INPUT where no call is known by that day. */
export function requireWeek(week: string, { now }: Context, field = "week"): void {
  const fault = weekFault(week, dayAt(now));
  if (fault !== null) throw badInput(field, fault);
}

/** The facts of a week, exact: read once for an operation. */
export function packFacts(context: Context, week: string): Promise<PackFacts> {
  const { exact } = context.use(made);
  const facts = exact.get(week) ?? exactFacts(context, week);
  exact.set(week, facts);
  return facts;
}

function publishedFacts(context: Context, week: string): Promise<{ facts: PackFacts; asOf: string }> {
  const { published } = context.use(made);
  const facts = published.get(week) ?? protectedFacts(context, week);
  published.set(week, facts);
  return facts;
}

/** The sentences of a week as staff have them, with what they made of them. */
export async function editedSentences(context: Context, week: string): Promise<PackSentence[]> {
  const [sentences, edits] = [packSentences(await packFacts(context, week)), await context.use(editsByWeek).load(week)];
  const editOf = new Map(edits.map((edit) => [edit.sentenceId, edit]));
  return sentences.map((sentence) => asEdited(sentence, editOf.get(sentence.id)));
}

const asEdited = ({ text, ...sentence }: Sentence, edit: EditRow | undefined): PackSentence => ({
  ...sentence,
  text: edit?.text ?? text,
  made: text,
  edited: edit?.text != null,
  hidden: edit?.hidden ?? false,
  changedSince: edit !== undefined && edit.basedOn !== text,
  editedByName: edit?.editedByName ?? null,
});

/** What would be sent of a week, and the day as of which its figures are. */
export async function previewedCall(context: Context, week: string): Promise<{ preview: PreviewedSentence[]; asOf: string }> {
  const sentences = packSentences(await packFacts(context, week));
  const { facts, asOf } = await publishedFacts(context, week);
  const [edits, notes] = [await context.use(editsByWeek).load(week), await context.use(notesByWeek).load(week)];
  return { preview: previewOf(sentences, edits, notes, packSentences(facts)), asOf };
}
