import type { Governance } from "../../gql/graphql";

interface Request {
  readonly narrative: string | null;
  readonly topics: readonly { readonly label: string }[];
  readonly leader: { readonly name: string | null; readonly email: string | null } | null;
  readonly system: { readonly name: string; readonly stateName: string; readonly governance: Governance | null };
}

const KINDS: Readonly<Record<Governance, string>> = { DISTRICT: "A school district", CHARTER: "A charter network", OTHER: "A school system" };

const ADDRESS = /[^\s@<>,;:()]+@[^\s@<>,;:()]+\.[a-z]{2,}/gi;
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;
/** Seven digits or more with what stands between them. */
const NUMBER = /\+?\(?\d[\d\s().-]{5,}\d/g;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The leader's whole name, then its parts, as they may stand in a text. */
function namesOf({ leader }: Pick<Request, "leader">): readonly RegExp[] {
  const name = leader?.name?.trim() ?? "";
  const parts = name.split(/[\s.]+/).filter((part) => part.length > 2);
  return [...(name === "" ? [] : [name]), ...parts].map((part) => new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(part)}(?![\p{L}\p{N}])`, "giu"));
}

/** Words with the leader's name, every address and number, and the system's name left out. */
export function withoutNames(text: string, { leader, system }: Pick<Request, "leader" | "system">): string {
  const plain = text.replaceAll(ADDRESS, "[address]").replaceAll(LINK, "[link]").replaceAll(NUMBER, "[number]");
  const unnamed = namesOf({ leader }).reduce((said, name) => said.replaceAll(name, "[name]"), plain);
  return unnamed.replaceAll(new RegExp(escaped(system.name), "giu"), "[our system]").replaceAll(/\[name\](?:\s+\[name\])+/g, "[name]");
}

function listed(labels: readonly string[]): string {
  const last = labels.at(-1) ?? "";
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(", ")} and ${last}`;
}

/** What a draft begins with: who asks, for what, and in which words, without saying who they are. */
export function prefilled(request: Request): string {
  const { narrative, topics, system } = request;
  const who = `${system.governance === null ? "A school system" : KINDS[system.governance]} in ${system.stateName}`;
  const what = topics.length === 0 ? "asks for help." : `asks for help with ${listed(topics.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)))}.`;
  const words = withoutNames(narrative ?? "", request).trim();
  return words === "" ? `${who} ${what}` : `${who} ${what} In the leader's words:\n\n${words}`;
}

/** Whether what is to be passed on says who the leader is. */
export function namesTheLeader(text: string, { leader }: Pick<Request, "leader">): boolean {
  const email = leader?.email?.toLowerCase();
  return (email !== undefined && text.toLowerCase().includes(email)) || namesOf({ leader }).some((name) => name.test(text));
}
