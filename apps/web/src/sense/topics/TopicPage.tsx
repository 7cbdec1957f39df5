import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { PageFrame } from "../../ui/PageFrame";
import { useScopeOptions } from "../scope/scopeOptions";
import { FormerTopic } from "./FormerTopic";
import { KnownTopic } from "./KnownTopic";

/** Everything about one topic, by the code in the address. */
export function TopicPage() {
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { names, topicGroups, heirs } = useScopeOptions();
  const isDomain = topicGroups.some(({ items }) => items[0]?.value === code);
  if (names.topics.has(code) && !heirs.has(code) && !isDomain) return <KnownTopic key={code} code={code} />;
  if (!isDomain) return <FormerTopic code={code} />;
  return (
    <PageFrame name="Topic" finding={`${names.topics.get(code) ?? code} is a domain of several topics.`}>
      <p>
        <Button component="a" href={`/topics?find=${encodeURIComponent(names.topics.get(code) ?? "")}`}>
          Its topics
        </Button>
      </p>
    </PageFrame>
  );
}
