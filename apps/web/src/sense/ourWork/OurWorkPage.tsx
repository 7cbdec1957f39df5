import { Link } from "@tanstack/react-router";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { NotYours } from "../../ui/states";
import { counted } from "../figure/format";
import { EngagementRecords } from "../records/EngagementRecords";
import { useNetwork } from "../scope/network";
import { dayName } from "../scope/period";
import { ProtectedNote } from "../scope/ProtectedNote";
import { publishedOn } from "../scope/showing";
import { usePageQuery } from "../scope/usePageQuery";
import classes from "./ourWork.module.css";
import { ourWorkSentence, topicShares } from "./ourWorkFinding";
import { OurTopicsChart } from "./OurTopicsChart";
import { SideBySideChart } from "./SideBySideChart";

graphql(`
  fragment SideBySide_impact on Impact {
    systemsServed { ...FigureValue_figure @unmask }
    statesReached { ...FigureValue_figure @unmask }
    relationships { ...FigureValue_figure @unmask }
    sessionsHeld { ...FigureValue_figure @unmask }
    titleIShare { ...FigureValue_figure @unmask }
    sessionRating { ...FigureValue_figure @unmask }
    responseRate { ...FigureValue_figure @unmask }
    returnRate { ...FigureValue_figure @unmask }
    sustainedFourMonths { ...FigureValue_figure @unmask }
  }
`);

const OUR_WORK = graphql(`
  query OurWork($own: Scope!) {
    own: impact(scope: $own) {
      ...SideBySide_impact @unmask
    }
    network: impact {
      ...SideBySide_impact @unmask
    }
    ownTopics: needPatterns(scope: $own, evidence: SESSIONS) {
      cells {
        row {
          key
          label
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
    networkTopics: needPatterns(evidence: SESSIONS) {
      cells {
        row {
          key
          label
        }
        share {
          ...FigureValue_figure @unmask
        }
      }
    }
  }
`);

const COACHS_WORK = graphql(`
  query CoachsWork {
    engagements(first: 1) {
      totalCount
    }
  }
`);

function LeadsWork({ organisation }: { readonly organisation: { readonly id: string; readonly name: string } }) {
  const { today } = useNetwork();
  const own = { providers: [organisation.id] };
  const asOf = dayName(publishedOn(today));
  const data = usePageQuery(OUR_WORK, { own });
  return (
    <PageFrame
      name="Our work"
      finding={ourWorkSentence(data.own, data.network, organisation.name)}
      basis={`Our own figures are exact, as of ${dayName(today)}, and open to us alone and to the network's staff.`}
    >
      <ProtectedNote scope={{}} part="network" />
      <SideBySideChart own={data.own} network={data.network} ownScope={own} asOf={asOf} />
      <OurTopicsChart shares={topicShares(data.ownTopics.cells, data.networkTopics.cells)} asOf={asOf} />
      <section>
        <h2 className={classes["heading"]}>Our relationships</h2>
        <EngagementRecords scope={{}} />
      </section>
    </PageFrame>
  );
}

function CoachsWork() {
  const { engagements } = usePageQuery(COACHS_WORK, {});
  const { totalCount } = engagements;
  return (
    <PageFrame
      isDated
      name="Our work"
      finding={totalCount === 0 ? "You are part of no relationship yet." : `You are part of ${counted(totalCount, "relationship")}.`}
      basis="Those you lead, those you are a member of, and those whose calls you have joined as a guest."
    >
      {totalCount === 0 ? (
        <p>
          A leader's request that you are matched with appears here. Until then, <Link to="/needs">what leaders ask for</Link>.
        </p>
      ) : (
        <section aria-label="Relationships">
          <EngagementRecords scope={{}} />
        </section>
      )}
    </PageFrame>
  );
}

/** Home of those who coach: a lead's organisation beside the network, a coach's own relationships. */
export function OurWorkPage() {
  const { viewer } = useNetwork();
  if (viewer?.roles.includes("PROVIDER") && viewer.provider !== null) return <LeadsWork organisation={viewer.provider} />;
  if (viewer?.roles.includes("COACH")) return <CoachsWork />;
  return <NotYours owners="coaches" />;
}
