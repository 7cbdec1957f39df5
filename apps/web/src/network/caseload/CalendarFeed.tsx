import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { FormAlert } from "../../ui/form/FormAlert";
import { Secret } from "../../ui/form/Secret";
import { useAction } from "../../ui/form/useAction";
import classes from "./caseload.module.css";
import { END_FEED, MAKE_FEED } from "./caseloadQuery";

/** The address at which a coach's own calendar finds their calls. */
export function CalendarFeed() {
  const [make] = useMutation(MAKE_FEED);
  const [end] = useMutation(END_FEED);
  const [path, setPath] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { busy, refusal, act } = useAction<void>(async () => {
    const { data } = await make();
    setPath(data?.makeCalendarFeed.path ?? null);
  });
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar" className={classes["heading"]}>
        In your own calendar
      </h2>
      <p>Your calendar can look your calls up by itself. Whoever has the address reads when you speak with which system, so keep it to yourself.</p>
      <FormAlert message={refusal?.message ?? null} />
      {path !== null && <Secret label="Subscribe to this address; it is shown once" text={`${window.location.origin}${path}`} />}
      <output>{said}</output>
      <div className={classes["foot"]}>
        {path === null && (
          <Button variant="light" loading={busy} onClick={() => void act()}>
            Make an address
          </Button>
        )}
        <ConfirmButton
          label="End the address"
          question="End the address of your calendar?"
          confirm="End it"
          action={async () => {
            await end();
            setPath(null);
            setSaid("No calendar reads your calls any more.");
          }}
        >
          <p>A calendar that reads it finds nothing more. An address made anew ends the one before as well.</p>
        </ConfirmButton>
      </div>
    </section>
  );
}
