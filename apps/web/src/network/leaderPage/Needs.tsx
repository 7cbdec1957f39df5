import { useState } from "react";
import { graphql } from "../../open/gql";
import { newKey } from "../../open/newKey";
import { send, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { Problem } from "../../open/ui/States";
import { dayOf } from "../../open/ui/times";
import styles from "./leaderPage.module.css";
import type { LeaderPageData, PartProps } from "./page";

const CORRECT = graphql(`
  mutation CorrectTopic($input: CorrectTopicInput!) {
    correctTopic(input: $input) {
      page {
        id
      }
    }
  }
`);

const TOPICS = graphql(`
  query LeaderTopics {
    domains {
      id
      label
    }
    topics(first: 100) {
      nodes {
        id
        label
        domain {
          id
        }
      }
    }
  }
`);

type Need = LeaderPageData["needs"][number];

/** What of a topic the leader said and nobody has acted on yet. */
function waiting({ stands, asked }: Need): string | null {
  if (stands && asked === "REMOVED") return "You said that it is not about this. We look at it.";
  if (!stands && asked === "ADDED") return "You said that it is about this too. We look at it.";
  return null;
}

/** What the leader wrote, and what the network took it to be about. */
export function Needs({ page, token, again }: PartProps) {
  const correcting = useSending(CORRECT, token);
  const correct = async (topicId: string, action: "ADDED" | "REMOVED") => {
    if (await correcting.run({ input: { topicId, action, idempotencyKey: newKey() } })) await again();
  };
  const shown = page.needs.filter(({ stands, asked }) => stands || asked === "ADDED");
  return (
    <Card title="What you told us">
      {page.narrative !== null && <blockquote className={styles.words}>{page.narrative}</blockquote>}
      <p className={styles.quiet}>
        For {page.system}, on {dayOf(page.submittedAt)}.
      </p>
      {shown.length > 0 && (
        <>
          <h3>We take it to be about</h3>
          <ul className={styles.needs}>
            {shown.map((need) => {
              const waits = waiting(need);
              return (
                <li key={need.topic.id}>
                  <strong>{need.topic.label}</strong>
                  <span className={styles.quiet}>{need.topic.definition}</span>
                  {waits === null ? (
                    <Button look="quiet" busy={correcting.busy} aria-label={`Not this: ${need.topic.label}`} onClick={() => void correct(need.topic.id, "REMOVED")}>
                      Not this
                    </Button>
                  ) : (
                    <output>{waits}</output>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <AddTopic has={page.needs.filter(({ stands, asked }) => stands || asked === "ADDED").map(({ topic }) => topic.id)} busy={correcting.busy} onAdd={(id) => void correct(id, "ADDED")} />
      <Problem error={correcting.error} />
    </Card>
  );
}

interface AddTopicProps {
  readonly has: readonly string[];
  readonly busy: boolean;
  readonly onAdd: (id: string) => void;
}

/** One more topic, from the framework's list, which is asked for when it is wanted. */
function AddTopic({ has, busy, onAdd }: AddTopicProps) {
  const [lists, setLists] = useState<Awaited<ReturnType<typeof topicsByDomain>> | null>(null);
  const [chosen, setChosen] = useState("");
  if (lists === null) {
    return (
      <Button look="quiet" onClick={() => void topicsByDomain().then(setLists, () => setLists([]))}>
        It is about something else too
      </Button>
    );
  }
  return (
    <div className={styles.add}>
      <label>
        It is also about
        <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">Choose</option>
          {lists.map(({ label, topics }) => (
            <optgroup key={label} label={label}>
              {topics
                .filter(({ id }) => !has.includes(id))
                .map((topic) => (
                  <option key={topic.id} value={topic.id}>
                    {topic.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Button
        look="plain"
        busy={busy}
        disabled={chosen === ""}
        onClick={() => {
          onAdd(chosen);
          setChosen("");
        }}
      >
        Add it
      </Button>
    </div>
  );
}

async function topicsByDomain() {
  const { domains, topics } = await send(TOPICS, {});
  return domains.map(({ id, label }) => ({ label, topics: topics.nodes.filter(({ domain }) => domain?.id === id) }));
}
