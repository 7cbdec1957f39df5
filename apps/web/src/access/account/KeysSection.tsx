import { Button } from "@mantine/core";
import { useState } from "react";
import { List } from "../../ui/list/List";
import type { KeyLine } from "../keys/keyFragment";
import { KeyMade, type NewKey } from "../keys/KeyMade";
import { MakeKeyForm } from "../keys/MakeKeyForm";
import { RevokeKeyButton } from "../keys/RevokeKeyButton";
import { RotateKeyButton } from "../keys/RotateKeyButton";
import { useTimes } from "../times";
import { keyStateWords, keyWorks, SCOPE_WORDS } from "../words";
import classes from "./account.module.css";

interface Props {
  readonly keys: readonly KeyLine[];
  /** Whether a key of theirs may read an organisation's own rows. */
  readonly leads: boolean;
  /** Whether keys are open to them at all. */
  readonly mayHold: boolean;
}

function KeyList({ keys, onMade }: { readonly keys: Props["keys"]; readonly onMade: (made: NewKey) => void }) {
  const { day, moment } = useTimes();
  const [now] = useState(() => new Date());
  return (
    <div className={classes["keys"]}>
      <List
        label="Your API keys"
        headers={["Key", "May read", "Last used", "State", ""]}
        rows={keys.map((key) => ({
          id: key.id,
          faded: !keyWorks(key.state),
          cells: [
            <span key="name" className={classes["keyName"]}>
              <strong>{key.name}</strong>
              <code>{key.prefix}…</code>
            </span>,
            key.scopes.map((scope) => SCOPE_WORDS[scope]).join("; "),
            key.lastUsedAt === null ? "not yet" : moment(key.lastUsedAt),
            keyStateWords(key, now, day),
            keyWorks(key.state) && (
              <span key="actions" className={classes["keyActions"]}>
                {key.state === "ACTIVE" && <RotateKeyButton apiKey={key} onMade={onMade} />}
                <RevokeKeyButton id={key.id} name={key.name} />
              </span>
            ),
          ],
        }))}
      />
    </div>
  );
}

/** The keys with which one's programs ask the API. */
export function KeysSection({ keys, leads, mayHold }: Props) {
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewKey | null>(null);
  const show = (next: NewKey) => {
    setMaking(false);
    setMade(next);
  };
  return (
    <>
      <p>
        With a key, a spreadsheet or a script asks the API in your name, for as much as you let the key read.
        {!mayHold && " Keys are for leads of organisations, funders, stewards and staff."}
      </p>
      {made !== null && <KeyMade key={made.secret} made={made} onKept={() => setMade(null)} />}
      {keys.length > 0 && <KeyList keys={keys} onMade={show} />}
      {making && <MakeKeyForm leads={leads} onMade={show} onLeave={() => setMaking(false)} />}
      {mayHold && !making && made === null && (
        <Button variant="light" onClick={() => setMaking(true)}>
          {keys.length === 0 ? "Make your first key" : "Make a key"}
        </Button>
      )}
    </>
  );
}
