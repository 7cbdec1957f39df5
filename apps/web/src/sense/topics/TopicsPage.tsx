import { TextInput } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { useAsOf } from "../scope/asOf";
import { ProtectedNote } from "../scope/ProtectedNote";
import { without } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { useShowing } from "../scope/useShowing";
import { foundLines, topicLines, topicsSentence } from "./topicsFinding";
import { TopicsChart } from "./TopicsChart";
import classes from "./topics.module.css";

const TOPICS_PAGE = graphql(`
  query TopicsPage($scope: Scope, $moment: Scope) {
    topicTrends(scope: $scope, interval: MONTH, evidence: SESSIONS) {
      topic {
        id
        code
        label
        domain {
          id
          code
          label
        }
      }
      ratioPerMonth {
        ...FigureValue_figure @unmask
      }
      direction
    }
    requests: needPatterns(scope: $scope, rows: TOPIC, evidence: REQUESTS) {
      cells {
        row {
          key
        }
        count {
          ...FigureValue_figure @unmask
        }
      }
    }
    sessions: needPatterns(scope: $scope, rows: TOPIC, evidence: SESSIONS) {
      cells {
        row {
          key
        }
        count {
          ...FigureValue_figure @unmask
        }
      }
    }
    gaps(scope: $moment) {
      topic {
        id
        code
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

/** Every topic of the framework, and the way to all that is known of it. */
export function TopicsPage() {
  const { search, scope, pending } = usePageSearch();
  const asOf = useAsOf(scope);
  const isProtected = useShowing(scope) === "protected";
  const [typed, setTyped] = useState(search["find"] ?? "");
  const words = useDeferredValue(typed).trim();
  // Protected figures of need against supply are of one moment.
  const moment = useMemo(() => (isProtected ? without(scope, "from", "to") : scope), [scope, isProtected]);
  const { topicTrends, requests, sessions, gaps } = usePageQuery(TOPICS_PAGE, { scope, moment });
  const lines = useMemo(() => topicLines(topicTrends, requests.cells, sessions.cells, gaps), [topicTrends, requests, sessions, gaps]);
  const found = useMemo(() => foundLines(lines, words), [lines, words]);
  return (
    <PageFrame
      name="Topics"
      finding={topicsSentence(lines)}
      basis={`As of ${asOf}. Each topic has a page of its own: who asks for it, where it is going, who can help, and what there is to read.`}
      controls={<TextInput label="Find a topic" type="search" value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} className={classes["find"] ?? ""} />}
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      <output className={classes["unseen"]}>{words === "" ? "" : `${found.length} found`}</output>
      {found.length > 0 ? <TopicsChart lines={found} search={words} basis={`As of ${asOf}.`} /> : <p>No topic has “{words}” in its name, code or domain.</p>}
    </PageFrame>
  );
}
