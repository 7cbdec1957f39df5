import { Button } from "@mantine/core";
import { FormAlert } from "../ui/form/FormAlert";
import { useAction } from "../ui/form/useAction";
import classes from "./access.module.css";

const DEMO_PASSWORD = "always-ready";
const DEMO_ACCOUNTS = [
  { email: "staff@demo.example", who: "Network staff", sees: "every analysis, the rows behind it, and administration" },
  { email: "provider@demo.example", who: "Provider lead", sees: "their organisation's own rows, and protected figures" },
  { email: "coach@demo.example", who: "Coach", sees: "their own caseload, and protected figures" },
  { email: "funder@demo.example", who: "Funder", sees: "protected figures of the whole network" },
];

/** Ways into a demo network, one button an account. */
export function DemoAccounts({ enter }: { readonly enter: (email: string, password: string) => Promise<void> }) {
  const { busy, refusal, act } = useAction((email: string) => enter(email, DEMO_PASSWORD));
  return (
    <section className={classes["demo"]} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Or look around as</h2>
      <FormAlert message={refusal?.message ?? null} />
      <ul>
        {DEMO_ACCOUNTS.map(({ email, who, sees }) => (
          <li key={email}>
            <Button variant="light" disabled={busy} onClick={() => void act(email)}>
              {who}
            </Button>
            <span>sees {sees}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
