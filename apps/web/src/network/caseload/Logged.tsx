import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import classes from "./caseload.module.css";
import type { ChosenResource } from "./draft";
import type { PeerUses } from "./LogCall";
import { sharedWords } from "./words";

interface Props {
  /** Whether the leader is asked how it was. */
  readonly asks: boolean;
  readonly peers: PeerUses;
  readonly shared: readonly string[];
  readonly busy: boolean;
  readonly onShare: (resource: ChosenResource) => void;
  readonly onUndo: (() => void) | null;
  readonly onPlan: () => void;
  readonly onClose: () => void;
}

/** What comes back when a call is logged: what peers share on its topics, the way back, and the next call. */
export function Logged({ asks, peers, shared, busy, onShare, onUndo, onPlan, onClose }: Props) {
  const first = useRef<HTMLOutputElement>(null);
  useEffect(function readItOut() {
    first.current?.focus();
  }, []);
  return (
    <div className={classes["form"]}>
      <output ref={first} tabIndex={-1} className={classes["said"]}>
        {asks ? "It is logged. The leader is asked how it was." : "It is logged."}
      </output>
      <PeerList peers={peers} shared={shared} busy={busy} onShare={onShare} />
      <div className={classes["foot"]}>
        <Button onClick={onPlan}>Plan the next call</Button>
        <Button variant="light" onClick={onClose}>
          Done
        </Button>
        {onUndo && (
          <Button variant="subtle" disabled={busy} onClick={onUndo}>
            Undo
          </Button>
        )}
      </div>
    </div>
  );
}

/** Resources as peers use them; counts of relationships, and nobody's words. */
export function PeerList({ peers, shared, busy, onShare }: Partial<Pick<Props, "onShare">> & Pick<Props, "peers" | "shared" | "busy">) {
  if (peers.length === 0) return <p>The hub has nothing on these topics yet.</p>;
  return (
    <section aria-label="What peers share">
      <h3 className={classes["small"]}>What peers share on these topics</h3>
      <ul className={classes["plain"]}>
        {peers.map(({ resource, elsewhere, lastUsedAt }) => (
          <li key={resource.id} className={classes["line"]}>
            <span>
              <a href={resource.url} rel="noreferrer" target="_blank">
                {resource.title}
              </a>
              <span className={classes["quiet"]}>{sharedWords(elsewhere, lastUsedAt)}</span>
            </span>
            {onShare &&
              (shared.includes(resource.id) ? (
                <span className={classes["quiet"]}>Shared</span>
              ) : (
                <Button variant="light" size="compact-sm" disabled={busy} aria-label={`Share: ${resource.title}`} onClick={() => onShare({ id: resource.id, title: resource.title })}>
                  Share
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
