import { Button, Group, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import type { MatchPanelQuery } from "../../gql/graphql";
import { useReturnedFocus } from "../../ui/useReturnedFocus";
import { listed, mailWords, PLACES_OF_CHOICE, points } from "./matchWords";
import classes from "./matching.module.css";

interface Props {
  /** One at least. */
  readonly proposals: MatchPanelQuery["requestMatching"]["proposals"];
  readonly onAsk: (coachIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Asks, before a team is asked by key, which, and says to whom mail goes. */
export function AskDialog({ proposals, onAsk, onClose }: Props) {
  useReturnedFocus();
  const [place, setPlace] = useState(0);
  const chosen = proposals[place] ?? proposals[0];
  if (chosen === undefined) return null;
  const names = (coaches: typeof chosen.coaches) => listed(coaches.map(({ name }) => name));
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["question"]}>Ask {names(chosen.coaches)}?</span>}
      centered
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
      onKeyDown={({ key }) => {
        if (proposals[Number(key) - 1] !== undefined) setPlace(Number(key) - 1);
      }}
    >
      <div className={classes["asking"]}>
        {proposals.length > 1 && (
          <Radio.Group label="Which team" description={`The keys 1 to ${proposals.length} choose.`} value={String(place)} onChange={(value) => setPlace(Number(value))}>
            {proposals.map(({ coaches, score }, i) => (
              <Radio key={names(coaches)} mt="xs" value={String(i)} label={`${PLACES_OF_CHOICE[i] ?? "Another choice"}, ${points(score)} points: ${names(coaches)}`} />
            ))}
          </Radio.Group>
        )}
        <p aria-live="polite">{mailWords(chosen)}</p>
        <Group gap="sm">
          <Button data-autofocus onClick={() => onAsk(chosen.coaches.map(({ id }) => id))}>
            {chosen.coaches.length === 1 ? "Ask this coach" : "Ask this team"}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Leave it as it is
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
