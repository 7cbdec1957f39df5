import { PasswordInput } from "@mantine/core";
import type { ReactNode } from "react";
import { ActionForm } from "../../ui/form/ActionForm";
import { emptyFault, faultsOf, typedPassword } from "../fields";

interface Props {
  readonly why: string;
  readonly submit: string;
  readonly onPassword: (password: string) => Promise<void>;
  readonly aside: ReactNode;
}

/** Asks for the password before something that only its owner may do. */
export function PasswordFirst({ why, submit, onPassword, aside }: Props) {
  return (
    <>
      <p>{why}</p>
      <ActionForm
        submit={submit}
        takesFocus
        check={(fields) => faultsOf({ password: emptyFault(typedPassword(fields, "password"), "Type your password.") })}
        action={(fields) => onPassword(typedPassword(fields, "password"))}
        aside={aside}
      >
        {(faultOf) => <PasswordInput name="password" label="Your password" autoComplete="current-password" error={faultOf("password")} />}
      </ActionForm>
    </>
  );
}
