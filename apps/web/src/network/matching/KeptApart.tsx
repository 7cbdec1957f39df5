import type { FragmentType } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import type { KeptApart_ExclusionFragment } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { END_EXCLUSION, KEPT_APART } from "./exclusionQuery";
import { momentOf, WHY_APART } from "./matchWords";
import classes from "./matching.module.css";

interface Props {
  readonly exclusion: FragmentType<KeptApart_ExclusionFragment>;
  /** Said where the page is not of one system. */
  readonly namesSystem?: boolean;
  readonly onDone?: () => void;
}

/** Somebody who is kept from a system: why, since when and by whose word; and the way back. */
export function KeptApart({ exclusion, namesSystem = false, onDone }: Props) {
  const { data } = useSuspenseFragment({ fragment: KEPT_APART, from: exclusion });
  const { id, why, note, madeByName, madeAt, coach, provider, system } = data;
  const [end] = useMutation(END_EXCLUSION);
  const who = coach ? `${coach.name} of ${coach.provider.name}` : `All of ${provider?.name ?? "an organisation"}`;
  return (
    <li>
      <div className={classes["apart"]}>
        <span>
          <strong>{who}</strong>
          {namesSystem && ` and ${system.name}, ${system.state}`}: {WHY_APART[why].toLowerCase()}.{note !== null && ` ${note}`}
          <span className={classes["muted"]}>
            {" "}
            {madeByName}, {momentOf(madeAt)}
          </span>
        </span>
        <ConfirmButton
          label="Take it back"
          name={`Take it back: ${who} and ${system.name}`}
          question={`Let ${who} be matched with ${system.name} again?`}
          confirm="Let them"
          action={async () => {
            await end({ variables: { input: { id } } });
            onDone?.();
          }}
        >
          From now on they are among those who are proposed there. That it was otherwise stays in the audit trail.
        </ConfirmButton>
      </div>
    </li>
  );
}
