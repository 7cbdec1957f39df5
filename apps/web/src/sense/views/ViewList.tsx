import { useMutation } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { REMOVE_VIEW, SAVED_VIEWS, type SavedView } from "./viewsQuery";
import classes from "./views.module.css";

const ROLE_GROUPS = [
  { words: "staff", role: "STAFF" },
  { words: "coaches and leads", role: "PROVIDER" },
  { words: "funders and stewards", role: "FUNDER" },
] as const;

function sharedWords({ sharedWith }: SavedView): string | null {
  const words = ROLE_GROUPS.filter(({ role }) => sharedWith.includes(role)).map(({ words: group }) => group);
  return words.length === 0 ? null : `shared with ${words.join(", ")}`;
}

interface Props {
  readonly views: readonly SavedView[];
  /** Whose views can be removed: the reader's own. */
  readonly ownerName: string;
  readonly onOpen: () => void;
}

/** The views one may open, each a link to a page as it was. */
export function ViewList({ views, ownerName, onOpen }: Props) {
  const [remove] = useMutation(REMOVE_VIEW, { refetchQueries: [SAVED_VIEWS], awaitRefetchQueries: true });
  if (views.length === 0) return <p className={classes["none"]}>Nothing is saved yet. Set filters on any page, then save it here.</p>;
  return (
    <ul className={classes["views"]} aria-label="Saved views">
      {views.map((view) => {
        const own = view.ownerName === ownerName;
        return (
          <li key={view.id}>
            <span>
              <Anchor component={Link} to={view.path} search={Object.fromEntries(new URLSearchParams(view.search)) as never} onClick={onOpen}>
                {view.name}
              </Anchor>
              <small>{[view.path, own ? null : `from ${view.ownerName}`, sharedWords(view)].filter((part) => part !== null).join(" · ")}</small>
            </span>
            {own && (
              <ConfirmButton
                label="Remove"
                name={`Remove the view ${view.name}`}
                question={`Remove "${view.name}"?`}
                confirm="Remove the view"
                action={async () => void (await remove({ variables: { input: { id: view.id } } }))}
              >
                The page and its figures stay as they are; whoever it was shared with no longer finds it here.
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
