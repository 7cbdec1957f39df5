import { Button } from "@mantine/core";
import { use } from "react";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { PageBoundary } from "../../ui/PageBoundary";
import { useTimes } from "../times";
import classes from "./account.module.css";
import { deviceWords, placeWords } from "./device";
import { endOtherSessions, endSession, useAskedSessions, type OwnSession } from "./sessions";

interface ListProps {
  readonly asked: Promise<readonly OwnSession[]>;
  readonly reload: () => Promise<void>;
}

function EndButton({ session, reload }: { readonly session: OwnSession; readonly reload: () => Promise<void> }) {
  const { busy, refusal, act } = useAction<void>(async () => {
    await endSession(session.token);
    await reload();
  });
  return (
    <span>
      <Button variant="subtle" size="compact-sm" loading={busy} aria-label={`Sign out ${deviceWords(session.userAgent)}`} onClick={() => void act()}>
        Sign out
      </Button>
      <FormAlert message={refusal?.message ?? null} />
    </span>
  );
}

function SessionList({ asked, reload }: ListProps) {
  const sessions = use(asked);
  const { moment } = useTimes();
  const others = sessions.filter(({ here }) => !here).length;
  return (
    <>
      <ul className={classes["sessions"]}>
        {sessions.map((session) => (
          <li key={session.token}>
            <div>
              <strong>{deviceWords(session.userAgent)}</strong>
              {session.here && ", this one"}
              <span>
                {placeWords(session.ipAddress)}; last used {moment(session.usedAt)}
              </span>
            </div>
            {!session.here && <EndButton session={session} reload={reload} />}
          </li>
        ))}
      </ul>
      {others > 0 && (
        <ConfirmButton
          label="Sign out everywhere else"
          variant="light"
          question="Sign out everywhere else?"
          confirm="Sign out everywhere else"
          action={async () => {
            await endOtherSessions();
            await reload();
          }}
        >
          {others === 1 ? "One other session ends" : `${others} other sessions end`} at once. This one goes on.
        </ConfirmButton>
      )}
    </>
  );
}

/** Where one is signed in, and how to end that. */
export function SessionsSection() {
  const { asked, reload } = useAskedSessions();
  return (
    <PageBoundary
      resetKey="sessions"
      loading={<p aria-live="polite">Looking…</p>}
      renderProblem={(_, retry) => (
        <>
          <p aria-live="polite">Where you are signed in could not be loaded.</p>
          <Button variant="light" onClick={() => void reload().then(retry)}>
            Try again
          </Button>
        </>
      )}
    >
      <SessionList asked={asked} reload={reload} />
    </PageBoundary>
  );
}
