import { useState } from "react";
import type { LeaderCardProps } from "../../open/cards";
import { graphql } from "../../open/gql";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { Problem } from "../../open/ui/States";
import styles from "./offers.module.css";

const ASKED = graphql(`
  query ConsentsAsked {
    consentsAsked {
      id
      scope
      who
      topics
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerConsentByLink($input: AnswerSpecialistConsentInput!) {
    answerConsentByLink(input: $input) {
      consent {
        id
        answer
      }
    }
  }
`);

/** Asks the leader whether somebody whom their coaches have asked in may see what they wrote. */
export function ConsentCard({ token, again }: LeaderCardProps) {
  const asked = useAnswer(ASKED, {}, token);
  const sending = useSending(ANSWER, token);
  const [thanks, setThanks] = useState<string | null>(null);
  const say = async (id: string, answer: "YES" | "NO", who: string) => {
    if (!(await sending.run({ input: { id, answer } }))) return;
    setThanks(answer === "YES" ? `Thank you. ${who} has joined your team.` : `Thank you. Nothing is shared with ${who}.`);
    await asked.again();
    again();
  };
  const open = asked.data?.consentsAsked ?? [];
  if (open.length === 0 && thanks === null) return null;
  return (
    <Card title={open.length > 0 ? "Somebody who can help would join your team" : "Your team"} calls={open.length > 0}>
      {thanks !== null && <output>{thanks}</output>}
      {open.map(({ id, scope, who, topics }) => (
        <div key={id}>
          <p>
            <strong>{who.join(" and ")}</strong> can help{topics.length > 0 && ` with ${topics.join(", ")}`}. May {who.length > 1 ? "they" : "this coach"} see {scope}?
          </p>
          <div className={styles.buttons}>
            <Button busy={sending.busy} onClick={() => void say(id, "YES", who.join(" and "))}>
              Yes, that is fine
            </Button>
            <Button look="plain" busy={sending.busy} onClick={() => void say(id, "NO", who.join(" and "))}>
              No, thank you
            </Button>
          </div>
        </div>
      ))}
      <Problem error={sending.error} />
    </Card>
  );
}
