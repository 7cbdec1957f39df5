import { count, counted, type FigureFields } from "../figure/format";

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TopicRest {
  readonly topic: { readonly id: string; readonly code: string; readonly label: string; readonly domain: { readonly id: string; readonly label: string } | null };
  readonly organisations: FigureFields;
  readonly providers: readonly Named[];
  readonly coverage: FigureFields;
}

/** The finding of the matrix. */
export function fragilitySentence(topics: readonly TopicRest[]): string {
  const resting = (number: number) => topics.filter(({ organisations }) => organisations.value === number).length;
  const [none, one] = [resting(0), resting(1)];
  const first = one === 0 ? "No topic rests on a single organisation" : `${count(one)} of ${counted(topics.length, "topic")} ${one === 1 ? "rests" : "rest"} on a single organisation`;
  return none === 0 ? first : `${first}; ${counted(none, "topic")} on none`;
}

export interface OrganisationRest {
  readonly onlyHere: readonly { readonly label: string }[];
  readonly wouldFallShort: readonly { readonly label: string }[];
}

/** The finding of the list of organisations: how many the network could lose without losing a topic. It names none of them. */
export function lossSentence(organisations: readonly OrganisationRest[]): string {
  const alone = organisations.filter(({ onlyHere }) => onlyHere.length > 0).length;
  const short = organisations.filter(({ onlyHere, wouldFallShort }) => onlyHere.length === 0 && wouldFallShort.length > 0).length;
  const first = `Without any one of ${counted(alone, "organisation")} a topic would lose its last specialist`;
  if (alone === 0) return "No topic would lose its last specialist with any one organisation";
  return short === 0 ? first : `${first}; without any of ${counted(short, "other")} a covered topic would fall short`;
}
