export interface TopicChoice {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

interface Offered {
  readonly topic: { readonly code: string; readonly label: string; readonly domain: { readonly code: string } | null };
  readonly arrivals: number;
  readonly estimable: boolean;
}

/** Domains and topics to choose from: those that can be told of first, each with its requests in the window. */
export function topicChoices(offered: readonly Offered[]): readonly TopicChoice[] {
  const item = ({ topic, arrivals }: Offered) => ({ value: topic.code, label: `${topic.domain === null ? "All of " : ""}${topic.label} (${arrivals})` });
  const domains = offered.filter(({ topic }) => topic.domain === null);
  const groups = [
    { group: "Enough requests for an outlook", items: offered.filter(({ estimable }) => estimable).map(item) },
    { group: "Domains with too few", items: domains.filter(({ estimable }) => !estimable).map(item) },
    { group: "Topics with too few", items: offered.filter(({ estimable, topic }) => !estimable && topic.domain !== null).map(item) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
