import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { ActionForm } from "../ui/form/ActionForm";
import { AccessFrame } from "./AccessFrame";
import { codeFault, emptyFault, faultsOf, typed } from "./fields";
import { giveSecondFactor, type SecondFactor } from "./session";

const STEPS = {
  app: {
    lede: "Open the authenticator app on your phone and type the six digits that it shows for this network.",
    label: "Code from the app",
    other: "Use a backup code instead",
    fault: codeFault,
  },
  backup: {
    lede: "Type one of the backup codes that you kept when you set two-factor up. Each works once.",
    label: "Backup code",
    other: "Use the app instead",
    fault: (code: string) => emptyFault(code, "Type one of your backup codes."),
  },
} as const;

interface Props {
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** The second step of signing in. */
export function SecondFactorForm({ onIn, onAgain }: Props) {
  const [kind, setKind] = useState<SecondFactor>("app");
  const { lede, label, other, fault } = STEPS[kind];
  return (
    <AccessFrame name="Sign in" title="One more step" lede={lede}>
      <ActionForm
        key={kind}
        submit="Sign in"
        takesFocus
        check={(fields) => faultsOf({ code: fault(typed(fields, "code")) })}
        action={async (fields) => {
          await giveSecondFactor(kind, typed(fields, "code"));
          onIn();
        }}
        aside={
          <Button variant="subtle" onClick={() => setKind(kind === "app" ? "backup" : "app")}>
            {other}
          </Button>
        }
      >
        {(faultOf) => (
          <TextInput
            name="code"
            label={label}
            inputMode={kind === "app" ? "numeric" : "text"}
            autoComplete="one-time-code"
            autoCapitalize="off"
            spellCheck={false}
            error={faultOf("code")}
          />
        )}
      </ActionForm>
      <p>
        <Button variant="subtle" size="compact-sm" onClick={onAgain}>
          Begin again
        </Button>
      </p>
    </AccessFrame>
  );
}
