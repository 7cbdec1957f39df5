import { useSuspenseQuery } from "@apollo/client/react";
import { use, useMemo } from "react";
import { graphql } from "../../gql";
import { Attempt } from "../../ui/attempt";
import type { ScopeNames } from "./scopeWords";

const SCOPE_OPTIONS = graphql(`
  query ScopeOptions {
    states {
      id
      code
      name
    }
    providers {
      id
      name
    }
    domains {
      id
      code
      label
    }
    topics(first: 100) {
      nodes {
        id
        code
        label
        formerCodes
        domain {
          id
          code
          label
        }
      }
    }
  }
`);

interface OptionGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** What the scope bar offers, and what codes are called. Staff only, as organisations' names are. */
export function useScopeOptions() {
  const attempt = use(Attempt);
  const { data } = useSuspenseQuery(SCOPE_OPTIONS, { queryKey: [attempt] });
  return useMemo(() => {
    const { states, providers, domains, topics } = data;
    const names: ScopeNames = {
      states: new Map(states.map(({ code, name }) => [code, name])),
      providers: new Map(providers.map(({ id, name }) => [id, name])),
      topics: new Map([
        ...[...domains, ...topics.nodes].map(({ code, label }) => [code, label] as const),
        ...topics.nodes.flatMap(({ label, formerCodes }) => formerCodes.map((code) => [code, label] as const)),
      ]),
    };
    const topicGroups: readonly OptionGroup[] = domains.map(({ code, label }) => ({
      group: label,
      items: [
        { value: code, label: `All of ${label}` },
        ...topics.nodes
          .filter(({ domain }) => domain?.code === code)
          .map((topic) => ({ value: topic.code, label: topic.label })),
      ],
    }));
    // What the code of a merged topic, from an old address, stands for.
    const heirs: ReadonlyMap<string, string> = new Map(topics.nodes.flatMap(({ code, formerCodes }) => formerCodes.map((former) => [former, code] as const)));
    return { names, topicGroups, heirs, states, providers };
  }, [data]);
}
