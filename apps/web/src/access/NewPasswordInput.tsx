import { PasswordInput } from "@mantine/core";
import { PASSWORD_LENGTH } from "./fields";

interface Props {
  readonly label?: string;
  readonly error: string | null;
}

/** A new password: the field `password`, once, since it can be looked at. */
export function NewPasswordInput({ label = "New password", error }: Props) {
  return (
    <PasswordInput
      name="password"
      label={label}
      description={`${PASSWORD_LENGTH} characters or more; four or five words make a good one.`}
      autoComplete="new-password"
      error={error}
    />
  );
}
