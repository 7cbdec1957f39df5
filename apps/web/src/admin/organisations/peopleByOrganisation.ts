/** Somebody, as far as it tells to which organisations they belong. */
interface Member {
  readonly memberships: readonly { readonly provider: { readonly id: string } | null }[];
}

/** How many people belong to each organisation, by its id; who holds two roles in one counts once. */
export function peopleByOrganisation(people: readonly Member[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { memberships } of people) {
    const theirs = new Set(memberships.flatMap(({ provider }) => (provider === null ? [] : [provider.id])));
    for (const id of theirs) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
