import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Refused } from "../../ui/Refused";
import { useAsOf } from "../scope/asOf";
import { dayName } from "../scope/period";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { FlowChart } from "./FlowChart";
import { intakeSentence } from "./intakeFinding";
import { SecondsChart } from "./SecondsChart";

const ASKING_PAGE = graphql(`
  query AskingPage($scope: Scope) {
    intakeFlow(scope: $scope) {
      opened {
        ...FigureValue_figure @unmask
      }
      tooRecent
      submitted {
        ...FigureValue_figure @unmask
      }
      submittedShare {
        ...FigureValue_figure @unmask
      }
      leftBeforeAny {
        ...FigureValue_figure @unmask
      }
      fields {
        field
        reached {
          ...FigureValue_figure @unmask
        }
        left {
          ...FigureValue_figure @unmask
        }
        ofLeavers {
          ...FigureValue_figure @unmask
        }
        seconds {
          ...FigureValue_figure @unmask
        }
      }
      visitsRefusal {
        why
        wouldLift
      }
      medianSeconds {
        ...FigureValue_figure @unmask
      }
      ninetiethSeconds {
        ...FigureValue_figure @unmask
      }
      bins {
        from
        to
        requests {
          ...FigureValue_figure @unmask
        }
      }
      untimed
      secondsRefusal {
        why
        wouldLift
      }
    }
  }
`);

/** The days of the period, as the visits were opened in them. */
function opened({ from, to }: Scope, asOf: string): string {
  if (from !== undefined) return `, opened from ${dayName(from)} to ${asOf}`;
  return to === undefined ? `, as of ${asOf}` : `, opened up to ${asOf}`;
}

/** How people ask: how far they come in the form, and how long it takes them. */
export function AskingPage() {
  const { scope, pending } = usePageSearch();
  const asOf = useAsOf(scope);
  const { intakeFlow } = usePageQuery(ASKING_PAGE, { scope });
  const { visitsRefusal, secondsRefusal } = intakeFlow;
  return (
    <PageFrame
      name="Asking"
      finding={intakeSentence(intakeFlow, intakeFlow)}
      basis={
        <>
          What <a href="/ask">the form for leaders</a> tells of itself: which fields were reached and when, and not a word of what was written. As of {asOf}.
        </>
      }
      pending={pending}
    >
      {visitsRefusal ? <Refused what="How far people come in the form" why={visitsRefusal.why} wouldLift={visitsRefusal.wouldLift} /> : <FlowChart flow={intakeFlow} when={opened(scope, asOf)} />}
      {secondsRefusal ? (
        <Refused what="How long the form takes" why={secondsRefusal.why} wouldLift={secondsRefusal.wouldLift} />
      ) : (
        <SecondsChart bins={intakeFlow.bins} times={intakeFlow} untimed={intakeFlow.untimed} asOf={asOf} />
      )}
    </PageFrame>
  );
}
