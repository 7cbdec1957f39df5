import { graphql } from "../../gql";
import type { FigureFields } from "../figure/format";
import { useNetwork } from "../scope/network";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { PairsChart } from "./PairsChart";
import { SequenceList } from "./SequenceList";
import { SupplySection } from "./SupplySection";
import type { GapPart } from "./topicsFinding";

const AROUND_TOPIC = graphql(`
  query AroundTopic($moment: Scope, $codes: [ID!]!, $within: Scope, $rows: Boolean!, $staff: Boolean!) {
    hurdles(scope: $moment) {
      ...PairsChart_hurdle @unmask
    }
    resources(topics: $codes, first: 50) {
      nodes {
        id
        title
        url
        kind
        retiredAt
      }
    }
    specialists(scope: $within, first: 50) @include(if: $rows) {
      totalCount
      nodes {
        id
        name
        hoursPerMonth
        states
        provider {
          id
          name
        }
      }
    }
    needSequences(scope: $within, first: 12) @include(if: $staff) {
      ...SequenceList_sequences @unmask
    }
  }
`);

interface Props {
  readonly topic: { readonly code: string; readonly label: string };
  readonly gap: Readonly<Record<GapPart | "coverageByChance", FigureFields>>;
  /** The page's scope, of the topic alone; and without a period where protected figures are of one moment. */
  readonly within: Scope;
  readonly moment: Scope;
  readonly basis: string;
}

/** Who can help with a topic, what comes with it and what follows: asked for by itself, so that the page need not wait for it. */
export function AroundTopic({ topic, gap, within, moment, basis }: Props) {
  const roles = useNetwork().viewer?.roles ?? [];
  const rows = roles.some((role) => role === "STAFF" || role === "COACH" || role === "PROVIDER");
  const found = usePageQuery(AROUND_TOPIC, { within, moment, codes: [topic.code], rows, staff: roles.includes("STAFF") });
  return (
    <>
      <SupplySection topic={topic} gap={gap} resources={found.resources.nodes} specialists={found.specialists ?? null} />
      <PairsChart code={topic.code} hurdles={found.hurdles} basis={basis} />
      {found.needSequences !== undefined && <SequenceList code={topic.code} found={found.needSequences} />}
    </>
  );
}
