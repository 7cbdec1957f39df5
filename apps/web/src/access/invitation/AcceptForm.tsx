import { useMutation } from "@apollo/client/react";
import { PasswordInput, TextInput } from "@mantine/core";
import { graphql } from "../../gql";
import { ActionForm, type FaultOf } from "../../ui/form/ActionForm";
import { emptyFault, faultsOf, newPasswordFault, typed, typedPassword } from "../fields";
import { NewPasswordInput } from "../NewPasswordInput";
import { signIn } from "../session";

const ACCEPT = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      email
    }
  }
`);

/** How the holder proves who they are: by being signed in, by the password that they have, or not at all yet. */
export type Holder = "signedIn" | "hasAccount" | "new";

const SUBMIT: Readonly<Record<Holder, string>> = { signedIn: "Accept", hasAccount: "Sign in and accept", new: "Join" };

interface Props {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly holder: Holder;
}

function faults(holder: Holder, fields: FormData) {
  if (holder === "signedIn") return {};
  const password = typedPassword(fields, "password");
  return holder === "new"
    ? faultsOf({ name: emptyFault(typed(fields, "name"), "Give your name."), password: newPasswordFault(password) })
    : faultsOf({ password: emptyFault(password, "Type the password of your account.") });
}

function Fields({ email, name, holder, faultOf }: Omit<Props, "token"> & { readonly faultOf: FaultOf }) {
  if (holder === "signedIn") return null;
  return (
    <>
      {/* Password managers keep the password with it. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      {holder === "new" ? (
        <>
          <TextInput name="name" label="Your name" autoComplete="name" defaultValue={name} error={faultOf("name")} />
          <NewPasswordInput label="Choose a password" error={faultOf("password")} />
        </>
      ) : (
        <PasswordInput name="password" label={`Password of ${email}`} autoComplete="current-password" error={faultOf("password")} />
      )}
    </>
  );
}

/** A name and a password of their own, or the password of the account they have; then they are in. */
export function AcceptForm({ token, email, name, holder }: Props) {
  const [accept] = useMutation(ACCEPT);
  const join = async (fields: FormData) => {
    const password = holder === "signedIn" ? null : typedPassword(fields, "password");
    const { data } = await accept({ variables: { input: { token, name: holder === "new" ? typed(fields, "name") : null, password } } });
    const step = password === null ? "in" : await signIn(data?.acceptInvitation.email ?? email, password);
    // A second factor is asked for where people sign in.
    window.location.assign(step === "in" ? "/" : "/sign-in");
  };
  return (
    <ActionForm submit={SUBMIT[holder]} check={(fields) => faults(holder, fields)} action={join}>
      {(faultOf) => <Fields email={email} name={name} holder={holder} faultOf={faultOf} />}
    </ActionForm>
  );
}
