import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { PageFrame } from "../../ui/PageFrame";
import { useScopeOptions } from "../scope/scopeOptions";
import { KnownTopic } from "./KnownTopic";

/** Everything about one topic, by the code in the address. */
export function TopicPage() {
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { names, topicGroups } = useScopeOptions();
  const isDomain = topicGroups.some(({ items }) => items[0]?.value === code);
  if (names.topics.has(code) && !isDomain) return <KnownTopic key={code} code={code} />;
  return (
    <PageFrame name="Topic" finding={isDomain ? `${names.topics.get(code) ?? code} is a domain of several topics.` : `The framework has no topic “${code}”.`}>
      <p>
        <Button component="a" href={isDomain ? `/topics?find=${encodeURIComponent(names.topics.get(code) ?? "")}` : "/topics"}>
          {isDomain ? "Its topics" : "All topics"}
        </Button>
      </p>
    </PageFrame>
  );
}
