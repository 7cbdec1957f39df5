import { useApolloClient } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { ActionForm } from "../../ui/form/ActionForm";
import { Done } from "../../ui/form/Done";
import { codeFault, faultsOf, typed } from "../fields";
import { giveSecondFactor } from "../session";
import classes from "./account.module.css";
import { ACCOUNT } from "../accountQuery";
import { BackupCodes } from "./BackupCodes";
import { PasswordFirst } from "./PasswordFirst";
import { QrCode } from "./QrCode";
import { newBackupCodes, offerTwoFactor, turnOffTwoFactor, type TwoFactorOffer } from "./twoFactor";

type Step =
  | { readonly at: "rest"; readonly said?: string }
  | { readonly at: "password"; readonly aim: "on" | "off" | "codes" }
  | { readonly at: "offer"; readonly offer: TwoFactorOffer }
  | { readonly at: "codes"; readonly codes: readonly string[] };

interface OfferProps {
  readonly offer: TwoFactorOffer;
  readonly onOn: () => Promise<void>;
  readonly aside: ReactNode;
}

function SetUp({ offer, onOn, aside }: OfferProps) {
  return (
    <ol className={classes["steps"]}>
      <li>
        <div>
          <p>Scan this with an authenticator app on your phone, or type the secret into it.</p>
          <QrCode text={offer.uri} label="QR code of the secret" />
          <p>
            Secret: <code>{offer.typed}</code>
          </p>
        </div>
      </li>
      <li>
        <div>
          <BackupCodes codes={offer.backupCodes} />
        </div>
      </li>
      <li>
        <div>
          <p>Type the six digits that the app shows. From then on, signing in asks for them.</p>
          <ActionForm
            submit="Turn two-factor on"
            check={(fields) => faultsOf({ code: codeFault(typed(fields, "code")) })}
            action={async (fields) => {
              await giveSecondFactor("app", typed(fields, "code"));
              await onOn();
            }}
            aside={aside}
          >
            {(faultOf) => <TextInput name="code" label="Code from the app" inputMode="numeric" autoComplete="one-time-code" error={faultOf("code")} />}
          </ActionForm>
        </div>
      </li>
    </ol>
  );
}

const AIMS = {
  on: { submit: "Go on", why: "To set two-factor up, type your password first." },
  off: { submit: "Turn two-factor off", why: "From then on your password alone signs you in. The app's entry and the backup codes are worth nothing any more." },
  codes: { submit: "Make new codes", why: "The backup codes of before stop working." },
} as const;

/** A second step at signing in: set up, backup codes, and off again. */
export function TwoFactorSection({ on }: { readonly on: boolean }) {
  const [step, setStep] = useState<Step>({ at: "rest" });
  const client = useApolloClient();
  const rest = async (said: string) => {
    await client.refetchQueries({ include: [ACCOUNT] });
    setStep({ at: "rest", said });
  };
  const leave = (
    <Button variant="subtle" onClick={() => setStep({ at: "rest" })}>
      Leave it as it is
    </Button>
  );

  const goOn = async (aim: keyof typeof AIMS, password: string) => {
    if (aim === "on") setStep({ at: "offer", offer: await offerTwoFactor(password) });
    else if (aim === "codes") setStep({ at: "codes", codes: await newBackupCodes(password) });
    else {
      await turnOffTwoFactor(password);
      await rest("Two-factor is off.");
    }
  };

  switch (step.at) {
    case "password":
      return <PasswordFirst {...AIMS[step.aim]} onPassword={(password) => goOn(step.aim, password)} aside={leave} />;
    case "offer":
      return <SetUp offer={step.offer} onOn={() => rest("Two-factor is on. The next time you sign in, the app's code is asked for.")} aside={leave} />;
    case "codes":
      return (
        <>
          <BackupCodes codes={step.codes} />
          <Button onClick={() => setStep({ at: "rest" })}>I have kept them</Button>
        </>
      );
    case "rest":
      return (
        <>
          {step.said !== undefined && <Done>{step.said}</Done>}
          <p>
            {on
              ? "On: signing in asks for your password and a code of your app."
              : "Off: your password alone signs you in. With two-factor, somebody who knows it still stays out."}
          </p>
          {on ? (
            <div>
              <Button variant="light" onClick={() => setStep({ at: "password", aim: "codes" })}>
                Make new backup codes
              </Button>{" "}
              <Button variant="subtle" onClick={() => setStep({ at: "password", aim: "off" })}>
                Turn two-factor off
              </Button>
            </div>
          ) : (
            <Button variant="light" onClick={() => setStep({ at: "password", aim: "on" })}>
              Set two-factor up
            </Button>
          )}
        </>
      );
  }
}
