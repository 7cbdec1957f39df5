import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState, type FormEvent } from "react";
import classes from "./access.module.css";
import { safeNext, signIn } from "./session";

const DEMO_PASSWORD = "always-ready";
const DEMO_ACCOUNTS = [
  { email: "staff@demo.example", who: "Network staff", sees: "every analysis and the rows behind it" },
  { email: "coach@demo.example", who: "Coach", sees: "definitions for now" },
  { email: "funder@demo.example", who: "Funder", sees: "definitions for now" },
];

interface Props {
  readonly networkName: string;
  readonly demo: boolean;
}

function useSignIn() {
  const { next } = useLocation({ select: ({ search }) => search as { readonly next?: string } });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (email: string, password: string) => {
    setBusy(true);
    const refused = await signIn(email, password);
    setProblem(refused);
    setBusy(false);
    // A full load: nothing that an earlier reader fetched stays in memory.
    if (refused === null) window.location.assign(safeNext(next));
  };
  return { problem, busy, enter };
}

function DemoAccounts({ busy, enter }: { readonly busy: boolean; readonly enter: (email: string, password: string) => void }) {
  return (
    <section className={classes["demo"]} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Or look around as</h2>
      <ul>
        {DEMO_ACCOUNTS.map(({ email, who, sees }) => (
          <li key={email}>
            <Button variant="light" disabled={busy} onClick={() => enter(email, DEMO_PASSWORD)}>
              {who}
            </Button>
            <span>
              {email}, sees {sees}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way in. On a demo network, one button an account. */
export function SignInPage({ networkName, demo }: Props) {
  const { problem, busy, enter } = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void enter(String(fields.get("email")), String(fields.get("password")));
  };

  useEffect(function nameThePage() {
    document.title = "Sign in · Coaching network";
  }, []);

  return (
    <div className={classes["page"]}>
      <h1>Sign in to {networkName}</h1>
      <p className={classes["lede"]}>
        Needs, trends, gaps and impact of the coaching network, for the people who run it.
      </p>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput name="email" type="email" label="E-mail" autoComplete="username" required withAsterisk={false} />
          <PasswordInput
            name="password"
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            error={problem}
          />
          <Button type="submit" loading={busy}>
            Sign in
          </Button>
        </Stack>
      </form>
      {demo && <DemoAccounts busy={busy} enter={(email, password) => void enter(email, password)} />}
    </div>
  );
}
