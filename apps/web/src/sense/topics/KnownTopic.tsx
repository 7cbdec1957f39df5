import { Suspense, useMemo } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Loading } from "../../ui/states";
import { useAsOf } from "../scope/asOf";
import { ProtectedNote } from "../scope/ProtectedNote";
import { without } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { useShowing } from "../scope/useShowing";
import { AroundTopic } from "./AroundTopic";
import { AskersChart } from "./AskersChart";
import { CourseChart } from "./CourseChart";
import { topicSentence } from "./topicsFinding";
import { readAskersView } from "./askersView";

const TOPIC_PAGE = graphql(`
  query TopicPage($moment: Scope, $within: Scope, $by: Dimension!) {
    asked: topicTrends(scope: $within, interval: MONTH, evidence: REQUESTS) {
      topic {
        id
        code
        label
        definition
        domain {
          id
          code
          label
        }
      }
      points {
        ...CourseChart_point @unmask
      }
      ratioPerMonth {
        ...FigureValue_figure @unmask
      }
      qValue
      direction
      acrossSystems
    }
    coached: topicTrends(scope: $within, interval: MONTH, evidence: SESSIONS) {
      points {
        ...CourseChart_point @unmask
      }
      ratioPerMonth {
        ...FigureValue_figure @unmask
      }
      qValue
      direction
      acrossSystems
    }
    total: needPatterns(scope: $within, rows: TOPIC, evidence: REQUESTS) {
      cells {
        count {
          ...FigureValue_figure @unmask
        }
        systems {
          ...FigureValue_figure @unmask
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
    byState: needPatterns(scope: $within, rows: TOPIC, columns: STATE, evidence: REQUESTS) {
      columns {
        key
        label
      }
      cells {
        ...AskersChart_cell @unmask
      }
    }
    byGroup: needPatterns(scope: $within, rows: TOPIC, columns: $by, evidence: REQUESTS) {
      columns {
        key
        label
      }
      cells {
        ...AskersChart_cell @unmask
      }
    }
    gaps(scope: $moment) {
      topic {
        id
        code
      }
      demand {
        ...FigureValue_figure @unmask
      }
      waiting {
        ...FigureValue_figure @unmask
      }
      specialists {
        ...FigureValue_figure @unmask
      }
      providers {
        ...FigureValue_figure @unmask
      }
      capacityHours {
        ...FigureValue_figure @unmask
      }
      coverage {
        ...FigureValue_figure @unmask
      }
      coverageByChance {
        ...FigureValue_figure @unmask
      }
      resources {
        ...FigureValue_figure @unmask
      }
    }
  }
`);

/** All that is known of one topic: who asks, where it goes, who can help, what comes with it. */
export function KnownTopic({ code }: { readonly code: string }) {
  const { search, scope, pending, setParam } = usePageSearch();
  const asOf = useAsOf(scope);
  const isProtected = useShowing(scope) === "protected";
  const by = readAskersView(search);
  const variables = useMemo(() => {
    const within = { ...without(scope, "topics"), topics: [code] };
    // Protected figures of need against supply, and of pairs, are of one moment.
    return { within, moment: isProtected ? without(within, "from", "to") : within };
  }, [scope, code, isProtected]);
  const momentOf = useAsOf(variables.moment);
  const found = usePageQuery(TOPIC_PAGE, { ...variables, by });
  const [asked] = found.asked;
  const [coached] = found.coached;
  const [gap] = found.gaps;
  const [total] = found.total.cells;
  if (asked === undefined || coached === undefined || gap === undefined) return <PageFrame name="Topic" finding="Nothing is known of this topic in this part of the network.">{null}</PageFrame>;
  const { topic } = asked;
  const basis = `As of ${asOf}.`;
  return (
    <PageFrame
      name={topic.domain === null ? "Topic" : `Topic · ${topic.domain.label}`}
      finding={topicSentence({ label: topic.label, requests: total?.count ?? NOTHING, share: total?.share ?? NOTHING, asked, coached, coverage: gap.coverageByChance })}
      basis={
        <>
          {topic.definition} <code>{topic.code}</code>. {basis} <a href="/topics">All topics</a>
        </>
      }
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      <CourseChart topic={topic} asked={asked} coached={coached} basis={basis} />
      <AskersChart topic={topic} states={found.byState} groups={found.byGroup} by={by} onBy={(next) => setParam("by", next)} basis={basis} />
      <Suspense fallback={<Loading />}>
        <AroundTopic topic={topic} gap={gap} within={variables.within} moment={variables.moment} basis={`As of ${momentOf}.`} />
      </Suspense>
    </PageFrame>
  );
}

const NOTHING = { value: 0, low: null, high: null, n: 0, withheld: null };
