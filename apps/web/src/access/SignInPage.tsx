import { Anchor, Button, PasswordInput, TextInput } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { ActionForm } from "../ui/form/ActionForm";
import { FormAlert } from "../ui/form/FormAlert";
import { useAction } from "../ui/form/useAction";
import { AccessFrame } from "./AccessFrame";
import classes from "./access.module.css";
import { DemoAccounts } from "./DemoAccounts";
import { emailFault, emptyFault, faultsOf, typed, typedPassword } from "./fields";
import { LinkForm } from "./LinkForm";
import { SecondFactorForm } from "./SecondFactorForm";
import { safeNext, signIn, signInElsewhere } from "./session";

interface Props {
  readonly networkName: string;
  readonly demo: boolean;
  readonly byLink: boolean;
  /** What the network's own identity service is called; null where it has none. */
  readonly oidcName: string | null;
}

/** An identity service that refused leads back here with its reason in the address. */
function refusedElsewhere(error: string | undefined): string | null {
  return error === undefined ? null : "That service did not let you in here. Ask staff whether your address has an account.";
}

function OtherWays({ oidcName, next, onLink }: { readonly oidcName: string | null; readonly next: string; readonly onLink: (() => void) | null }) {
  const { busy, refusal, act } = useAction<void>(() => signInElsewhere(next));
  if (oidcName === null && onLink === null) return null;
  return (
    <div className={classes["ways"]}>
      <FormAlert message={refusal?.message ?? null} />
      {onLink !== null && (
        <Button variant="default" onClick={onLink}>
          E-mail me a link
        </Button>
      )}
      {oidcName !== null && (
        <Button variant="default" loading={busy} onClick={() => void act()}>
          Continue with {oidcName}
        </Button>
      )}
    </div>
  );
}

/** The way in: a password, a link by e-mail, the network's identity service; on a demo network, one button an account. */
export function SignInPage({ networkName, demo, byLink, oidcName }: Props) {
  const search = useLocation({ select: ({ search }) => search as { readonly next?: string; readonly error?: string } });
  const next = safeNext(search.next);
  const [step, setStep] = useState<"password" | "link" | "secondFactor">("password");
  // A full load: nothing that an earlier reader fetched stays in memory.
  const goIn = () => window.location.assign(next);
  const enter = async (email: string, password: string) => ((await signIn(email, password)) === "in" ? goIn() : setStep("secondFactor"));

  if (step === "secondFactor") return <SecondFactorForm onIn={goIn} onAgain={() => setStep("password")} />;
  if (step === "link") return <LinkForm onPassword={() => setStep("password")} />;
  return (
    <AccessFrame
      name="Sign in"
      title={`Sign in to ${networkName}`}
      lede="Needs, trends, gaps and impact of the coaching network, for the people who make it work."
    >
      <FormAlert message={refusedElsewhere(search.error)} />
      <ActionForm
        submit="Sign in"
        check={(fields) =>
          faultsOf({
            email: emailFault(typed(fields, "email")),
            password: emptyFault(typedPassword(fields, "password"), "Type your password."),
          })
        }
        action={(fields) => enter(typed(fields, "email"), typedPassword(fields, "password"))}
        aside={<Anchor href="/forgot-password">Forgotten your password?</Anchor>}
      >
        {(faultOf) => (
          <>
            <TextInput name="email" type="email" label="E-mail" autoComplete="username" error={faultOf("email")} />
            <PasswordInput name="password" label="Password" autoComplete="current-password" error={faultOf("password")} />
          </>
        )}
      </ActionForm>
      <OtherWays oidcName={oidcName} next={next} onLink={byLink ? () => setStep("link") : null} />
      <p className={classes["ask"]}>
        Do you lead a school system and need help? <Anchor href="/ask" underline="always">Ask for it.</Anchor> It takes a minute, and no account.
      </p>
      {demo && <DemoAccounts enter={enter} />}
    </AccessFrame>
  );
}
