import { readFileSync } from "node:fs";
import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";

export interface Domain {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
}

export interface Topic extends Domain {
  /** Null for the tag of what the framework does not name. */
  readonly domain: Domain | null;
}

interface DomainInFile extends Domain {
  readonly topics: readonly Domain[];
}

const file = new URL("../../../../data/framework.json", import.meta.url);
const domainsInFile = JSON.parse(readFileSync(file, "utf8")) as readonly DomainInFile[];

const plain = ({ code, label, definition }: Domain): Domain => ({ code, label, definition });

/** In the framework's own order. */
export const DOMAINS: readonly Domain[] = domainsInFile.map(plain);

/** In the framework's own order, and last the tag of what it does not name. */
export const TOPICS: readonly Topic[] = [
  ...domainsInFile.flatMap((domain) => domain.topics.map((topic) => ({ ...plain(topic), domain: plain(domain) }))),
  { code: NOT_IN_FRAMEWORK, label: "Not in the framework", definition: "No topic of the framework names it.", domain: null },
];

/** Code of the domain a topic belongs to; the tag outside the framework is its own. */
export function domainOf(topicCode: string): string {
  const topic = TOPICS.find(({ code }) => code === topicCode);
  if (!topic) throw new RangeError(`no topic ${topicCode}`);
  return topic.domain ? topic.domain.code : topic.code;
}

/** The topics that a list of topic and domain codes stands for. */
export function topicsMeant(codes: readonly string[]): Set<string> {
  return new Set(
    TOPICS.filter(({ code, domain }) => codes.includes(code) || (domain !== null && codes.includes(domain.code))).map(
      ({ code }) => code,
    ),
  );
}
