import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { ActionForm } from "../../ui/form/ActionForm";
import { Done } from "../../ui/form/Done";
import { Refused } from "../../ui/form/refusal";
import { doAuth } from "../auth";
import { emptyFault, faultsOf, newPasswordFault, typedPassword } from "../fields";
import { NewPasswordInput } from "../NewPasswordInput";

async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await doAuth("change-password", { currentPassword, newPassword, revokeOtherSessions: true }, (code) => {
    if (code === "INVALID_PASSWORD") return new Refused("That is not your password.", "current");
    if (/PASSWORD/.test(code)) return new Refused("Choose another password, of 10 characters or more.", "password");
    return new Refused("The password was not changed. Try again in a moment.");
  });
}

/** A new password for an old one. */
export function PasswordSection({ email }: { readonly email: string }) {
  const [step, setStep] = useState<"closed" | "open" | "done">("closed");
  if (step !== "open") {
    return (
      <>
        {step === "done" && (
          <Done>
            Your new password stands. You are signed out everywhere else, and a mail to {email} says so.
          </Done>
        )}
        <Button variant="light" onClick={() => setStep("open")}>
          Change your password
        </Button>
      </>
    );
  }
  return (
    <ActionForm
      submit="Save the password"
      takesFocus
      check={(fields) =>
        faultsOf({
          current: emptyFault(typedPassword(fields, "current"), "Type the password you have."),
          password: newPasswordFault(typedPassword(fields, "password")),
        })
      }
      action={async (fields) => {
        await changePassword(typedPassword(fields, "current"), typedPassword(fields, "password"));
        setStep("done");
      }}
      aside={
        <Button variant="subtle" onClick={() => setStep("closed")}>
          Leave it as it is
        </Button>
      }
    >
      {(faultOf) => (
        <>
          <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
          <PasswordInput name="current" label="Password now" autoComplete="current-password" error={faultOf("current")} />
          <NewPasswordInput error={faultOf("password")} />
        </>
      )}
    </ActionForm>
  );
}
