import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { graphql } from "../gql";
import { Facts } from "../sense/records/Facts";
import { SystemDetail } from "../sense/records/SystemDetail";
import { namesText } from "../sense/records/words";
import { usePageQuery } from "../sense/scope/usePageQuery";
import { PageBoundary } from "../ui/PageBoundary";
import { Failed, Loading, NotFound } from "../ui/states";

const FOUND_COACH = graphql(`
  query FoundCoach($id: ID!) {
    coach(id: $id) {
      id
      role
      states
      hoursPerMonth
      provider {
        id
        name
      }
      topics {
        id
        label
      }
    }
  }
`);

function CoachDetail({ id }: { readonly id: string }) {
  const { coach } = usePageQuery(FOUND_COACH, { id });
  return (
    <Facts
      facts={[
        ["Organisation", coach.provider.name],
        ["Role", coach.role === "SPECIALIST" ? "specialist" : "generalist"],
        ["Topics", coach.topics.length === 0 ? "none listed" : namesText(coach.topics)],
        ["States", coach.states.length === 0 ? "any" : coach.states.join(", ")],
        ["Hours a month", coach.hoursPerMonth],
      ]}
    />
  );
}

interface Props {
  readonly record: { readonly of: "SYSTEM" | "COACH"; readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** A system or a coach that was found, at the right of whatever page is open. */
export function FoundRecord({ record: { of, id, name }, onClose }: Props) {
  const phone = useMediaQuery("(max-width: 700px)", false, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={phone ? "100%" : 560}
      title={<strong>{name}</strong>}
      closeButtonProps={{ "aria-label": "Close" }}
      attributes={{ header: { role: "presentation" } }}
      transitionProps={{ duration: 0 }}
    >
      <PageBoundary
        resetKey={`${of}:${id}`}
        loading={<Loading />}
        renderProblem={(problem, retry) =>
          problem.kind === "notFound" ? <NotFound /> : <Failed message={"message" in problem ? problem.message : "You are signed out."} requestId={"requestId" in problem ? problem.requestId : null} onRetry={retry} />
        }
      >
        {of === "SYSTEM" ? <SystemDetail id={id} /> : <CoachDetail id={id} />}
      </PageBoundary>
    </Drawer>
  );
}
