import { Anchor, Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { FormAlert } from "../ui/form/FormAlert";
import { useAction } from "../ui/form/useAction";
import { AccessFrame } from "./AccessFrame";
import classes from "./access.module.css";
import { SecondFactorForm } from "./SecondFactorForm";
import { signInByLink } from "./session";

/** Where a mailed link leads. Opening it uses nothing up, since mail scanners open links too; the button does. */
export function LinkPage() {
  const search = useLocation({ select: ({ search }) => search as { readonly token?: string } });
  const [asked, setAsked] = useState(false);
  const goIn = () => window.location.assign("/");
  const { busy, refusal, act } = useAction(async (token: string) => {
    if ((await signInByLink(token)) === "in") goIn();
    else setAsked(true);
  });
  if (asked) return <SecondFactorForm onIn={goIn} onAgain={() => window.location.assign("/sign-in")} />;
  const { token = "" } = search;
  return (
    <AccessFrame
      name="Sign in"
      title={token === "" ? "This link is not whole" : "Sign in with your link"}
      lede={token === "" ? "Part of its address is missing. Open it from the mail again, or copy all of it." : "The link works once. Press the button where you want to be signed in."}
    >
      <FormAlert message={refusal?.message ?? null} />
      <div className={classes["ways"]}>
        {token !== "" && (
          <Button loading={busy} onClick={() => void act(token)}>
            Sign in
          </Button>
        )}
        <Anchor href="/sign-in">Sign in another way</Anchor>
      </div>
    </AccessFrame>
  );
}
