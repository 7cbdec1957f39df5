/** One specialist's offer. */
export interface SpecialistOffer {
  /** Topics listed; one listed twice counts once. */
  readonly topics: readonly string[];
  /** Hours a month; null where not known, which adds no hours. */
  readonly hours: number | null;
  readonly organisation: string;
}

/** What is on offer for one topic. */
export interface TopicCapacity {
  /** Specialists who list the topic, those of unknown hours among them. */
  readonly specialists: number;
  /** Distinct organisations that they come from. */
  readonly organisations: number;
  /** Hours a month. */
  readonly hours: number;
}

export interface Capacity {
  /** By topic, for each topic that someone lists. */
  readonly byTopic: ReadonlyMap<string, TopicCapacity>;
  /** Hours a month over all topics. Specialists who list none add nothing, so that the topics' shares sum to 1. */
  readonly hours: number;
}

/**
 * Capacity for each topic, with each specialist's hours split evenly over the topics listed.
 *
 * @param specialists in any order; may be empty.
 * @throws RangeError if hours are negative or not finite.
 */
export function capacityByTopic(specialists: readonly SpecialistOffer[]): Capacity {
  const byTopic = new Map<string, { specialists: number; organisations: Set<string>; hours: number }>();
  let total = 0;
  for (const { topics, hours, organisation } of specialists) {
    if (hours !== null && !(hours >= 0 && hours < Infinity)) {
      throw new RangeError(`hours must be finite and ≥ 0, got ${hours}`);
    }
    const listed = new Set(topics);
    if (listed.size > 0) total += hours ?? 0;
    for (const topic of listed) {
      const offer = byTopic.get(topic) ?? { specialists: 0, organisations: new Set<string>(), hours: 0 };
      offer.specialists += 1;
      offer.organisations.add(organisation);
      offer.hours += (hours ?? 0) / listed.size;
      byTopic.set(topic, offer);
    }
  }
  const counted = [...byTopic].map(
    ([topic, offer]) => [topic, { ...offer, organisations: offer.organisations.size }] as const,
  );
  return { byTopic: new Map(counted), hours: total };
}
