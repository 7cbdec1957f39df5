import { useRef, useState, type FormEvent } from "react";
import { graphql } from "../../open/gql";
import { newKey } from "../../open/newKey";
import { useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { TextField } from "../../open/ui/Field";
import { Problem } from "../../open/ui/States";
import styles from "./leaderPage.module.css";
import type { PartProps } from "./page";

const ADD = graphql(`
  mutation AddColleague($input: AddColleagueInput!) {
    addColleague(input: $input) {
      page {
        id
      }
    }
  }
`);

/** Somebody who is to see the request too, with a link of their own. */
export function Colleague({ page, token, again }: PartProps) {
  const sending = useSending(ADD, token);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const key = useRef(newKey());
  const added = page.asks.filter(({ kind }) => kind === "COLLEAGUE");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await sending.run({ input: { name, email, idempotencyKey: key.current } }))) return;
    key.current = newKey();
    setName("");
    setEmail("");
    setOpen(false);
    await again();
  };
  const faultOf = (field: string) => (sending.error?.field === `input.${field}` ? sending.error.message : null);
  return (
    <Card title="Colleagues">
      <p aria-live="polite">{added.length === 0 ? "Somebody else should see this too? They get a link of their own." : `Added: ${added.map(({ text }) => text).join("; ")}`}</p>
      {isOpen ? (
        <form onSubmit={(event) => void add(event)}>
          <TextField label="Their name" value={name} maxLength={200} autoComplete="off" error={faultOf("name")} onChange={({ target }) => setName(target.value)} />
          <TextField label="Their e-mail" type="email" value={email} autoComplete="off" autoCapitalize="off" spellCheck={false} error={faultOf("email")} onChange={({ target }) => setEmail(target.value)} />
          <div className={styles.row}>
            <Button type="submit" busy={sending.busy}>
              Send them a link
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Leave it
            </Button>
          </div>
          {sending.error?.field == null && <Problem error={sending.error} />}
        </form>
      ) : (
        <Button look="plain" onClick={() => setOpen(true)}>
          Add a colleague
        </Button>
      )}
    </Card>
  );
}
