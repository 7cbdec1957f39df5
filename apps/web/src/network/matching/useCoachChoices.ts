import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { COACH_CHOICES } from "./matchQuery";

/** Every coach who has not left, page after page. */
export function useCoachChoices() {
  const { data, fetchMore } = useQuery(COACH_CHOICES);
  const page = data?.coaches.pageInfo;
  const after = page?.hasNextPage ? page.endCursor : null;
  useEffect(
    function goOn() {
      if (after === null || after === undefined) return;
      void fetchMore({
        variables: { after },
        updateQuery: (before, { fetchMoreResult: { coaches } }) => ({ ...before, coaches: { ...coaches, nodes: [...before.coaches.nodes, ...coaches.nodes] } }),
      });
    },
    [after, fetchMore],
  );
  return (data?.coaches.nodes ?? []).filter(({ activeTo }) => activeTo === null);
}
