import { Anchor, Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense, useState } from "react";
import { Done } from "../../ui/form/Done";
import { Loading } from "../../ui/states";
import { useReturnedFocus } from "../../ui/useReturnedFocus";
import { SaveViewForm } from "./SaveViewForm";
import { ViewList } from "./ViewList";
import classes from "./views.module.css";
import { SAVED_VIEWS } from "./viewsQuery";

interface Props {
  readonly here: { readonly path: string; readonly search: string };
  readonly onClose: () => void;
}

function Views({ here, onClose }: Props) {
  const { viewer, savedViews } = useSuspenseQuery(SAVED_VIEWS).data;
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <div className={classes["dialog"]}>
      {saved !== null && <Done>{`"${saved}" is saved.`}</Done>}
      <ViewList views={savedViews} ownerName={viewer?.name ?? ""} onOpen={onClose} />
      {viewer?.roles.includes("STAFF") === true && (
        <Anchor component={Link} to="/alerts" search={Object.fromEntries(new URLSearchParams(here.search)) as never} onClick={onClose}>
          Watch a figure of this part of the network
        </Anchor>
      )}
      <SaveViewForm key={savedViews.length} here={here} mayShare={viewer?.roles.includes("STAFF") ?? false} onSaved={setSaved} />
    </div>
  );
}

/** Views to come back to, and the one at hand to be kept. */
export function ViewsDialog(props: Props) {
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<span className={classes["title"]}>Saved views</span>}
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <Suspense fallback={<Loading />}>
        <Views {...props} />
      </Suspense>
    </Modal>
  );
}
