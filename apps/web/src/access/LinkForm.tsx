import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActionForm } from "../ui/form/ActionForm";
import { AccessFrame } from "./AccessFrame";
import { DemoOutbox } from "./DemoOutbox";
import { emailFault, faultsOf, typed } from "./fields";
import { sendLink } from "./session";

interface Props {
  readonly onPassword: () => void;
}

/** Asks for a link to sign in with. Whether the address has an account is not said. */
export function LinkForm({ onPassword }: Props) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const back = (
    <Button variant="subtle" onClick={onPassword}>
      Use a password instead
    </Button>
  );
  if (sentTo !== null) {
    return (
      <AccessFrame
        name="Look into your mail"
        title="Look into your mail"
        lede={`If ${sentTo} has an account here, a link to sign in is on its way. It works once, and not for long.`}
      >
        <DemoOutbox />
        {back}
      </AccessFrame>
    );
  }
  return (
    <AccessFrame name="Sign in by e-mail" title="Sign in by e-mail" lede="We send you a link; opening it signs you in. No password needed.">
      <ActionForm
        submit="E-mail me a link"
        takesFocus
        check={(fields) => faultsOf({ email: emailFault(typed(fields, "email")) })}
        action={async (fields) => {
          const email = typed(fields, "email");
          await sendLink(email);
          setSentTo(email);
        }}
        aside={back}
      >
        {(faultOf) => <TextInput name="email" type="email" label="E-mail" autoComplete="username" error={faultOf("email")} />}
      </ActionForm>
    </AccessFrame>
  );
}
