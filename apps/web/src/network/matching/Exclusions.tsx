import { useQuery } from "@apollo/client/react";
import { EXCLUSIONS } from "./exclusionQuery";
import { KeptApart } from "./KeptApart";
import classes from "./matching.module.css";

/** Who is kept from whom in all of the network; it is written down on the page of a request. */
export function Exclusions({ onChanged }: { readonly onChanged: () => void }) {
  const { data, refetch } = useQuery(EXCLUSIONS, { fetchPolicy: "cache-and-network" });
  if (data === undefined) return null;
  return (
    <section className={classes["section"]} aria-labelledby="apart">
      <h2 id="apart">Who is kept apart</h2>
      <p className={classes["muted"]}>
        {data.exclusions.length === 0 && "Nobody is. "}A coach who declines for a conflict of interest is kept from that system; whom a leader does not want is written down on the page of their request.
      </p>
      <ul className={classes["reasons"]}>
        {data.exclusions.map((exclusion) => (
          <KeptApart
            key={exclusion.id}
            exclusion={exclusion}
            namesSystem
            onDone={() => {
              void refetch();
              onChanged();
            }}
          />
        ))}
      </ul>
    </section>
  );
}
