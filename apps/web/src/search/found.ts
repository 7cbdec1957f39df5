import type { SearchKind } from "../gql/graphql";

/** One line of the palette. */
export interface Found {
  /** Tells it from every other. */
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail: string | null;
  /** What choosing it does. */
  readonly opens: Opens;
}

type Opens =
  | { readonly kind: "page"; readonly to: string; readonly search?: Readonly<Record<string, string>>; readonly hash?: string; readonly whole?: boolean }
  | { readonly kind: "record"; readonly of: "SYSTEM" | "COACH"; readonly id: string; readonly name: string }
  | { readonly kind: "address"; readonly url: string };

interface Result {
  readonly kind: SearchKind;
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  readonly url: string | null;
}

interface Named {
  readonly to: string;
  readonly label: string;
  readonly whole?: boolean;
}

interface Defined {
  readonly id: string;
  readonly label: string;
}

/** What is shown of pages and definitions, so that what the network holds is not pushed out of sight. */
const MOST_DEFINITIONS = 5;

const GROUP: Record<SearchKind, string> = { TOPIC: "Topics", DOMAIN: "Topics", SYSTEM: "Systems", COACH: "Coaches", PROVIDER: "Organisations", RESOURCE: "Resources" };

/** Whether each word typed begins a word of the label. */
function begins(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}

export function foundPages(pages: readonly Named[], typed: string): Found[] {
  return pages
    .filter(({ label }) => begins(label, typed))
    .map(({ to, label, whole = false }) => ({ id: `page:${to}`, group: "Pages", label, detail: null, opens: { kind: "page", to, whole } }));
}

export function foundDefinitions(metrics: readonly Defined[], typed: string): Found[] {
  if (typed.trim() === "") return [];
  return metrics
    .filter(({ label }) => begins(label, typed))
    .slice(0, MOST_DEFINITIONS)
    .map(({ id, label }) => ({ id: `metric:${id}`, group: "Definitions", label, detail: null, opens: { kind: "page", to: "/definitions", hash: id, whole: true } }));
}

/** What the API found, as far as choosing it leads somewhere for this reader: analysis by organisation is the staff's. */
export function foundInNetwork(results: readonly Result[], { seesAnalysis, isStaff }: { readonly seesAnalysis: boolean; readonly isStaff: boolean }): Found[] {
  return results.flatMap(({ kind, id, label, detail, url }): Found[] => {
    const opens = opensOf({ kind, id, label, url });
    const leadsNowhere = (kind === "PROVIDER" && !isStaff) || ((kind === "TOPIC" || kind === "DOMAIN") && !seesAnalysis);
    return opens === null || leadsNowhere ? [] : [{ id: `${kind}:${id}`, group: GROUP[kind], label, detail: kind === "DOMAIN" ? "All of its topics" : detail, opens }];
  });
}

function opensOf({ kind, id, label, url }: Pick<Result, "kind" | "id" | "label" | "url">): Opens | null {
  switch (kind) {
    case "TOPIC":
      return { kind: "page", to: `/topics/${id}` };
    case "DOMAIN":
      return { kind: "page", to: "/needs", search: { topics: id }, whole: true };
    case "PROVIDER":
      return { kind: "page", to: "/needs", search: { providers: id }, whole: true };
    case "SYSTEM":
    case "COACH":
      return { kind: "record", of: kind, id, name: label };
    case "RESOURCE":
      return url !== null && /^https?:\/\//.test(url) ? { kind: "address", url } : null;
  }
}

/** Lines under the heading of their group, groups in the order in which they first come. */
export function grouped(found: readonly Found[]): readonly (readonly [group: string, lines: readonly Found[]])[] {
  return [...Map.groupBy(found, ({ group }) => group)];
}
