import type { AddFrameworkChangeInput, FrameworkChangeKind } from "../../gql/graphql";

export const KIND_WORDS: Readonly<Record<FrameworkChangeKind, { readonly label: string; readonly submit: string; readonly says: string }>> = {
  ADD: { label: "Add", submit: "Draft the new topic", says: "A new topic; history stays as it is." },
  RENAME: { label: "Rename", submit: "Draft the renaming", says: "Another label or definition. The code stays, and all history with it." },
  SPLIT: { label: "Divide", submit: "Draft the division", says: "One topic becomes several. Its history stays under it, shown as divided, until somebody says what each row means." },
  MERGE: { label: "Merge", submit: "Draft the merger", says: "Topics become one. Their history is said anew under it, and old codes are still understood." },
  RETIRE: { label: "Retire", submit: "Draft the retirement", says: "No topic any more, without a successor. Its history stays under it, shown as retired." },
};

export const KINDS: readonly FrameworkChangeKind[] = ["ADD", "RENAME", "SPLIT", "MERGE", "RETIRE"];

/** What `into` says where topics are merged into a new one. */
export const INTO_NEW = "new";

const text = (fields: FormData, name: string): string => String(fields.get(name) ?? "").trim();

/** The new topic that the fields numbered so describe. */
const newTopic = (fields: FormData, at: number) => ({ code: text(fields, `code${at}`), domain: text(fields, `domain${at}`), label: text(fields, `label${at}`), definition: text(fields, `definition${at}`) });

/** What a form of `parts` new topics says. */
export function changeInput(kind: FrameworkChangeKind, fields: FormData, parts: number): AddFrameworkChangeInput {
  const topics = fields.getAll("topics").flatMap((value) => String(value).split(",")).filter((code) => code !== "");
  const into = text(fields, "into");
  const makes = kind === "ADD" ? 1 : kind === "SPLIT" ? parts : kind === "MERGE" && into === INTO_NEW ? 1 : 0;
  return {
    kind,
    ...(kind !== "ADD" && { topics }),
    ...(makes > 0 && { newTopics: Array.from({ length: makes }, (_, at) => newTopic(fields, at)) }),
    ...(kind === "MERGE" && into !== INTO_NEW && { into }),
    ...(kind === "RENAME" && { label: text(fields, "label") || null, definition: text(fields, "definition") || null }),
  };
}

/** The form's field that the API means: `input.newTopics.1.code` is `code1`. */
export function fieldOf(path: string): string {
  const [, at, name] = /newTopics\.(\d+)\.(\w+)$/.exec(path) ?? [];
  return at === undefined || name === undefined ? path.slice(path.lastIndexOf(".") + 1) : `${name}${at}`;
}
