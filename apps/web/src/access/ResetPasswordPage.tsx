import { Anchor, Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { ActionForm } from "../ui/form/ActionForm";
import { AccessFrame } from "./AccessFrame";
import { faultsOf, newPasswordFault, typedPassword } from "./fields";
import { NewPasswordInput } from "./NewPasswordInput";
import { setNewPassword } from "./session";

const another = <Anchor href="/forgot-password">Ask for a new link</Anchor>;

/** Where the mailed link to a new password leads. */
export function ResetPasswordPage() {
  const { token = "" } = useLocation({ select: ({ search }) => search as { readonly token?: string } });
  const [done, setDone] = useState(false);
  if (token === "") {
    return (
      <AccessFrame name="New password" title="This link is not whole" lede="Part of its address is missing. Open it from the mail again, or copy all of it.">
        {another}
      </AccessFrame>
    );
  }
  if (done) {
    return (
      <AccessFrame name="Password saved" title="Your new password stands" lede="Wherever you were signed in before, you are not any more.">
        <Button component="a" href="/sign-in">
          Sign in
        </Button>
      </AccessFrame>
    );
  }
  return (
    <AccessFrame name="New password" title="Choose a new password" lede="It takes the place of the old one at once.">
      <ActionForm
        submit="Save the password"
        check={(fields) => faultsOf({ password: newPasswordFault(typedPassword(fields, "password")) })}
        action={async (fields) => {
          await setNewPassword(token, typedPassword(fields, "password"));
          setDone(true);
        }}
        aside={another}
      >
        {(faultOf) => <NewPasswordInput error={faultOf("password")} />}
      </ActionForm>
    </AccessFrame>
  );
}
