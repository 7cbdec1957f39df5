import { Anchor, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActionForm } from "../ui/form/ActionForm";
import { AccessFrame } from "./AccessFrame";
import { DemoOutbox } from "./DemoOutbox";
import { emailFault, faultsOf, typed } from "./fields";
import { askForNewPassword } from "./session";

/** The way to a new password. Whether the address has an account is not said. */
export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const back = <Anchor href="/sign-in">Back to signing in</Anchor>;
  if (sentTo !== null) {
    return (
      <AccessFrame
        name="Look into your mail"
        title="Look into your mail"
        lede={`If ${sentTo} has an account here, a link to choose a new password is on its way. Until you use it, the old password stands.`}
      >
        <DemoOutbox />
        {back}
      </AccessFrame>
    );
  }
  return (
    <AccessFrame name="Forgotten password" title="Choose a new password" lede="Give the address with which you sign in. We send a link to it.">
      <ActionForm
        submit="Send the link"
        check={(fields) => faultsOf({ email: emailFault(typed(fields, "email")) })}
        action={async (fields) => {
          const email = typed(fields, "email");
          await askForNewPassword(email);
          setSentTo(email);
        }}
        aside={back}
      >
        {(faultOf) => <TextInput name="email" type="email" label="E-mail" autoComplete="username" error={faultOf("email")} />}
      </ActionForm>
    </AccessFrame>
  );
}
