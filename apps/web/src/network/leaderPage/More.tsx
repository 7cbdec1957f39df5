import { useRef, useState } from "react";
import { graphql } from "../../open/gql";
import type { AskMoreKind } from "../../open/gql/graphql";
import { newKey } from "../../open/newKey";
import { useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { TextArea } from "../../open/ui/Field";
import { Problem } from "../../open/ui/States";
import styles from "./leaderPage.module.css";
import type { PartProps } from "./page";

const ASK = graphql(`
  mutation AskMore($input: AskMoreInput!) {
    askMore(input: $input) {
      page {
        id
      }
    }
  }
`);

const SAID = { MORE: "You asked for more help.", ANOTHER_CALL: "You asked for another call.", MESSAGE: "You wrote:", STOP: "You asked to stop.", COLLEAGUE: "You added", CORRECTION: "You said:" } as const;

/** Asking for another call or more help with one tap, and writing. What was asked and waits is shown. */
export function More({ page, token, again }: PartProps) {
  const sending = useSending(ASK, token);
  const [text, setText] = useState("");
  // Each wish has a key of its own until it has gone through: what is sent twice is asked once.
  const keys = useRef<Partial<Record<AskMoreKind, string>>>({});
  const ask = async (kind: AskMoreKind, words: string | null) => {
    const key = (keys.current[kind] ??= newKey());
    if (!(await sending.run({ input: { kind, text: words, idempotencyKey: key } }))) return;
    delete keys.current[kind];
    if (kind === "MESSAGE") setText("");
    await again();
  };
  const to = page.matchedAt !== null && page.closedAt === null ? "your coaches" : (page.owner?.name ?? "us");
  const open = page.asks.filter(({ settledAt, kind }) => settledAt === null && kind !== "CORRECTION" && kind !== "COLLEAGUE");
  const isAsked = (kind: AskMoreKind) => open.some((each) => each.kind === kind);
  return (
    <Card title={page.matchedAt === null ? "Write to us" : "Ask for more"}>
      {open.length > 0 && (
        <ul className={styles.plain} aria-live="polite">
          {open.map(({ id, kind, text: words }) => (
            <li key={id}>
              {SAID[kind]} {words} <span className={styles.quiet}>It is with {to}.</span>
            </li>
          ))}
        </ul>
      )}
      {page.matchedAt !== null && (
        <div className={styles.row}>
          {!isAsked("ANOTHER_CALL") && (
            <Button look="plain" busy={sending.busy} onClick={() => void ask("ANOTHER_CALL", null)}>
              Another call
            </Button>
          )}
          {!isAsked("MORE") && (
            <Button look="plain" busy={sending.busy} onClick={() => void ask("MORE", null)}>
              More help
            </Button>
          )}
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") void ask("MESSAGE", text.trim());
        }}
      >
        <TextArea label={`Write to ${to}`} rows={2} maxLength={5000} value={text} onChange={({ target }) => setText(target.value)} />
        {text.trim() !== "" && (
          <Button type="submit" busy={sending.busy}>
            Send
          </Button>
        )}
      </form>
      <Problem error={sending.error} />
    </Card>
  );
}
