import type { NetworkRecords } from "@arl/schema/records";
import { Rng } from "../../oracle/random";
import { randomNetwork, type RandomNetwork } from "../../oracle/randomNetwork";

/** Pairs that are asked for together, by how many systems. */
export interface Planting {
  readonly pairs: readonly (readonly [string, string])[];
  /** Systems to which each pair is given, in one of their requests. */
  readonly systems: number;
}

/** A random network in which some pairs of topics are asked for together, beyond what comes of itself. */
export function plantedNetwork(seed: number, size: number, { pairs, systems }: Planting): RandomNetwork {
  const { records, districts } = randomNetwork(seed, { systems: size });
  const rng = new Rng(seed + 1);
  const bySystem = [...Map.groupBy(records.requests, systemOf).values()];
  const given = new Map<string, string[]>();
  for (const pair of pairs) {
    for (const requests of rng.shuffle([...bySystem]).slice(0, systems)) {
      const { id } = rng.pick(requests);
      given.set(id, [...(given.get(id) ?? []), ...pair]);
    }
  }
  const requests = records.requests.map((request): NetworkRecords["requests"][number] => ({ ...request, topics: [...new Set([...request.topics, ...(given.get(request.id) ?? [])])] }));
  return { records: { ...records, requests }, districts };
}

/** Ids of random requests tell the system. */
const systemOf = ({ id }: { readonly id: string }): string => id.split("-")[1] ?? id;
