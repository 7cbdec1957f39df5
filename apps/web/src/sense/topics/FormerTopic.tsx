import { Button } from "@mantine/core";
import { Navigate } from "@tanstack/react-router";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { topicPath } from "../scope/topicPath";
import { usePageQuery } from "../scope/usePageQuery";

const TOPIC_NOW = graphql(`
  query TopicNow($code: ID!) {
    topic(code: $code) {
      id
      code
      label
      standing
      endedIn
      successors {
        id
        code
        label
      }
    }
  }
`);

/** A code that no list has: of a merged topic it leads on to what that went into; else it says what is known of it. */
export function FormerTopic({ code }: { readonly code: string }) {
  const { topic } = usePageQuery(TOPIC_NOW, { code });
  if (topic !== null && topic.code !== code) return <Navigate to={topicPath(topic.code)} replace />;
  const successors = topic?.successors ?? [];
  return (
    <PageFrame name="Topic" finding={topic === null ? `The framework has no topic “${code}”.` : `Nothing stands under ${topic.label} any more.`}>
      {successors.map((successor) => (
        <p key={successor.code}>
          <a href={topicPath(successor.code)}>{successor.label}</a>
        </p>
      ))}
      <p>
        <Button component="a" href="/topics">
          All topics
        </Button>
      </p>
    </PageFrame>
  );
}
