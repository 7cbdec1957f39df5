import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { DataSource } from "../../gql/graphql";
import { useNetwork } from "./network";

const FRESHNESS = graphql(`
  query Freshness {
    network {
      freshness {
        dataTo
        oldestSource {
          name
          at
        }
      }
    }
  }
`);

const SOURCES: Record<DataSource, string> = { REQUESTS: "requests", SESSIONS: "calls", RATINGS: "ratings" };

interface Fresh {
  readonly dataTo: string | null;
  readonly oldestSource: { readonly name: DataSource; readonly at: string | null } | null;
}

/** `data to Jan 31, 2021, 4:40 PM; oldest source: ratings, Jan 29`; null where there are no records. */
export function freshnessText({ dataTo, oldestSource }: Fresh, timeZone: string): string | null {
  if (dataTo === null) return null;
  const moment = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(dataTo));
  if (oldestSource?.at == null || oldestSource.at === dataTo) return `data to ${moment}`;
  const at = new Date(oldestSource.at);
  const year = (date: Date) => new Intl.DateTimeFormat("en-US", { year: "numeric", timeZone }).format(date);
  const sameYear = year(at) === year(new Date(dataTo));
  const day = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", ...(sameYear ? {} : { year: "numeric" }), timeZone }).format(at);
  return `data to ${moment}; oldest source: ${SOURCES[oldestSource.name]}, ${day}`.replaceAll("\u202f", " ");
}

/**
 * How far the records go that the viewer may see, in words; null where that is not told, and until it is known: no page waits
 * for it.
 */
export function useFreshness(): string | null {
  const { network } = useNetwork();
  const { data } = useQuery(FRESHNESS, { errorPolicy: "ignore" });
  const fresh = data?.network?.freshness;
  return fresh == null ? null : freshnessText(fresh as Fresh, network.timeZone);
}
