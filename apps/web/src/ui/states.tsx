import { Button, Skeleton } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import classes from "./states.module.css";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

function State({ title, children, action }: Props) {
  useEffect(
    function nameThePage() {
      document.title = `${title} · Coaching network`;
    },
    [title],
  );

  return (
    <section className={classes["state"]} aria-live="polite">
      <h1 className={classes["title"]}>{title}</h1>
      <div className={classes["text"]}>{children}</div>
      {action}
    </section>
  );
}

/** The shape of a page that is on its way. */
export function Loading() {
  return (
    <output className={classes["loading"]} aria-label="Loading">
      <Skeleton component="span" display="block" height={12} width={96} />
      <Skeleton component="span" display="block" height={32} width="72%" mt={16} />
      <Skeleton component="span" display="block" height={32} width="46%" mt={8} />
      <Skeleton component="span" display="block" height={360} mt={40} />
    </output>
  );
}

/** Nothing in the network matches the filters. */
export function Empty({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  if (!filtered) {
    return (
      <State title="Nothing recorded yet">
        Figures appear here with the network's first requests and calls. Staff bring in those of before with an import: docs/import.md
        in the project says how.
      </State>
    );
  }
  const action = <Button onClick={onClear}>Clear all filters</Button>;
  return (
    <State title="Nothing matches these filters" action={action}>
      No request or call falls in this part of the network. Take a filter off above, or start from the whole network.
    </State>
  );
}

const toOwnPages = (
  <Button component="a" href="/">
    Go to your own pages
  </Button>
);

/** There is something, but of so few that it would point at them. */
export function TooFew({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  return (
    <State title="Too few to show" action={filtered ? <Button onClick={onClear}>Clear all filters</Button> : toOwnPages}>
      <p>
        A figure is shown when it rests on at least ten systems and three provider organisations, and when nothing smaller can be
        worked out by taking it from another. {filtered ? "This part of the network" : "What this page asks about"} does not reach that.{" "}
        <a href="/definitions#protected">How that works</a>
      </p>
      {filtered && <p>Take a filter off above, or start from the whole network.</p>}
    </State>
  );
}

/** The API refuses: the reader's account has no role that opens this. */
export function NotAllowed() {
  return (
    <State title="This page is not open to you" action={toOwnPages}>
      <p>Your account works, but it has no part in the network that opens this page. If it should have one, ask whoever invited you.</p>
      <p>
        <a href="/definitions">How each figure is defined</a> is open to all.
      </p>
    </State>
  );
}

/** The address asks for something that the API does not know, such as a state that does not exist, or does not give to this reader. */
export function BadScope({ message, onClear }: { readonly message: string; readonly onClear: () => void }) {
  return (
    <State title="There are no figures for these filters" action={<Button onClick={onClear}>Clear all filters</Button>}>
      <p>{message}</p>
      <p>Take a filter off above, or start from the whole network.</p>
    </State>
  );
}

interface FailedProps {
  readonly message: string;
  readonly requestId: string | null;
  readonly onRetry: () => void;
}

/** Our fault, or the connection's. */
export function Failed({ message, requestId, onRetry }: FailedProps) {
  return (
    <State title="This page could not be loaded" action={<Button onClick={onRetry}>Try again</Button>}>
      <p>{message}</p>
      {requestId !== null && (
        <p>
          If it happens again, give this number to whoever runs the network: <code>{requestId}</code>
        </p>
      )}
    </State>
  );
}

const OWNERS = {
  staff: {
    title: "This page is for network staff",
    text: "Your account works, but it has no part here. If it should have, ask whoever runs the network for the role.",
  },
  leads: {
    title: "This page is for those who lead an organisation",
    text: "It shows staff and organisations' leads the coaching days that are offered and used. Your own hours and relationships are on your caseload.",
  },
  coaches: {
    title: "This page is for those who coach",
    text: "It shows organisations and coaches their own work. You have none of your own in the network; what all of them do together is on the pages that are yours.",
  },
} as const;

/** The page is somebody else's: nothing is wrong with the account. */
export function NotYours({ owners }: { readonly owners: keyof typeof OWNERS }) {
  const { title, text } = OWNERS[owners];
  return (
    <State title={title} action={toOwnPages}>
      {text}
    </State>
  );
}

/** No page has this address, or there is none any more. */
export function NotFound() {
  return (
    <State title="There is no such page" action={toOwnPages}>
      The address may be mistyped, or what stood here is gone.
    </State>
  );
}
