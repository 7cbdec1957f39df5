import { NativeSelect } from "@mantine/core";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { PhoneFold } from "../../ui/PhoneFold";
import { Refused } from "../../ui/Refused";
import { Empty, TooFew } from "../../ui/states";
import { useAsOf } from "../scope/asOf";
import { ProtectedNote } from "../scope/ProtectedNote";
import { useScopeOptions } from "../scope/scopeOptions";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch, useScope } from "../scope/useScope";
import { ClustersChart } from "./ClustersChart";
import { opportunitiesSentence } from "./opportunityFinding";
import { COHORTS, distanceWords, RADII, readOpportunityView, type OpportunityView } from "./opportunityView";
import { PoolingChart } from "./PoolingChart";
import { RegionsChart } from "./RegionsChart";

const OPPORTUNITIES_PAGE = graphql(`
  query OpportunitiesPage($scope: Scope, $maxKm: Float!, $cohortSize: Int!) {
    regionalOpportunities(scope: $scope, maxKm: $maxKm, cohortSize: $cohortSize) {
      refusal {
        reason
        why
        wouldLift
      }
      tested
      permutations
      maxKm
      located {
        ...FigureValue_figure @unmask
      }
      requesting {
        ...FigureValue_figure @unmask
      }
      places {
        lat
        lon
      }
      clusters {
        topic {
          id
          code
          label
        }
        centre {
          name
          state
          city
          lat
          lon
        }
        radiusKm
        expected
        systems {
          ...FigureValue_figure @unmask
        }
        relativeRisk {
          ...FigureValue_figure @unmask
        }
        students {
          ...FigureValue_figure @unmask
        }
        states
        qValue
        members {
          id
          state
          lat
          lon
        }
        pooling {
          specialists {
            ...FigureValue_figure @unmask
          }
          organisations {
            key
            label
          }
          cohorts
          hoursEach {
            ...FigureValue_figure @unmask
          }
          hoursOneToOne {
            ...FigureValue_figure @unmask
          }
          hoursPooled {
            ...FigureValue_figure @unmask
          }
        }
      }
      regions {
        region {
          key
          label
        }
        topic {
          id
          code
          label
        }
        systems {
          ...FigureValue_figure @unmask
        }
        share {
          ...FigureValue_figure @unmask
        }
        nationShare {
          ...FigureValue_figure @unmask
        }
        qValue
      }
    }
  }
`);

/** Systems of a region on a topic from which on it is drawn; all are in the table. */
const LEAST_DRAWN = 5;

function Controls({ view, onChange }: { readonly view: OpportunityView; readonly onChange: (param: string, value: string) => void }) {
  return (
    <>
      <PhoneFold label="Distance and size of groups">
        <NativeSelect label="Neighbours within" value={String(view.maxKm)} onChange={({ currentTarget }) => onChange("km", currentTarget.value)} data={RADII.map((km) => ({ value: String(km), label: distanceWords(km) }))} />
        <NativeSelect label="Coached together, at most" value={String(view.cohortSize)} onChange={({ currentTarget }) => onChange("cohort", currentTarget.value)} data={COHORTS.map((size) => ({ value: String(size), label: `${size} systems` }))} />
      </PhoneFold>
    </>
  );
}

/** Where neighbours share a need, and what serving them together would take. */
export function OpportunitiesPage() {
  const { search, scope, pending, latest, setParam } = usePageSearch();
  const { setScope } = useScope();
  const asOf = useAsOf(scope);
  const { names } = useScopeOptions();
  const { maxKm, cohortSize } = readOpportunityView(search);
  const { regionalOpportunities: found } = usePageQuery(OPPORTUNITIES_PAGE, { scope, maxKm, cohortSize });
  const { clusters, refusal, regions } = found;
  const filtered = Object.keys(scope).length > 0;
  if (found.requesting.value === 0) return <Empty filtered={filtered} onClear={() => setScope({})} />;
  const isHidden = refusal?.reason === "NOT_SHOWN";
  if (isHidden && regions.every(({ systems }) => systems.value === null)) return <TooFew filtered={filtered} onClear={() => setScope({})} />;

  const shown = regions.filter(({ systems, share }) => (systems.value ?? 0) >= LEAST_DRAWN && share.value !== null);
  const basis = `As of ${asOf}.`;
  return (
    <PageFrame
      name="Opportunities"
      finding={opportunitiesSentence(found, shown)}
      basis={
        refusal === null
          ? `A need that neighbours share could be met by pooled resources. A group counts only when its q-value is under 0.05; as of ${asOf}.`
          : `A need that neighbours share could be met by pooled resources; as of ${asOf}.`
      }
      controls={refusal === null && <Controls view={readOpportunityView(latest)} onChange={setParam} />}
      pending={pending}
    >
      <ProtectedNote scope={scope} />
      {refusal === null && clusters.length > 0 && <ClustersChart opportunities={found} stateNames={names.states} basis={basis} />}
      {refusal === null && clusters.length > 0 && <PoolingChart clusters={clusters} cohortSize={cohortSize} basis={basis} />}
      {refusal !== null && !isHidden && <Refused what="Groups of neighbours" why={refusal.why} wouldLift={refusal.wouldLift} />}
      <RegionsChart shown={shown} all={regions} basis={basis} />
      {isHidden && refusal !== null && <Refused what="Groups of neighbours" why={refusal.why} wouldLift={refusal.wouldLift} />}
    </PageFrame>
  );
}
