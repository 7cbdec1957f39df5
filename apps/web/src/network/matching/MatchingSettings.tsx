import { useMutation, useQuery } from "@apollo/client/react";
import { NumberInput, Switch } from "@mantine/core";
import type { MatchSettingsQuery } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { TERM_LABELS } from "./matchWords";
import classes from "./matching.module.css";
import { MATCH_SETTINGS, SET_MATCHING } from "./planQuery";

/** What teams are weighed by, what that was learned from, and, for admins, how it is put back. */
export function MatchingSettings() {
  const { data } = useQuery(MATCH_SETTINGS);
  const [set] = useMutation(SET_MATCHING, { refetchQueries: [MATCH_SETTINGS], awaitRefetchQueries: true });
  if (data === undefined) return null;
  const { matchSettings, viewer } = data;
  const isAdmin = viewer?.positions.includes("ADMIN") ?? false;
  return (
    <section className={classes["section"]} aria-labelledby="weights">
      <h2 id="weights">What teams are weighed by</h2>
      <p className={classes["muted"]}>{learnedWords(matchSettings)}</p>
      <Weights weights={matchSettings.weights} />
      {isAdmin && (
        <>
          {matchSettings.learnedFrom > 0 && (
            <ConfirmButton label="Put the weights back" question="Put the weights back to where they began?" confirm="Put them back" variant="light" action={async () => void (await set({ variables: { input: { putWeightsBack: true } } }))}>
              What staff chose so far no longer counts. Choices from now on do.
            </ConfirmButton>
          )}
          <ActionForm
            key={JSON.stringify([matchSettings.hoursAMonth, matchSettings.offerHours, matchSettings.reoffers])}
            submit="Keep this"
            action={async (fields) => {
              await set({ variables: { input: { hoursAMonth: Number(fields.get("hoursAMonth")), offerHours: Number(fields.get("offerHours")), reoffers: fields.get("reoffers") !== null } } });
            }}
          >
            {(faultOf) => (
              <>
                <NumberInput name="hoursAMonth" label="Hours a month that a relationship is expected to take" defaultValue={matchSettings.hoursAMonth} min={0.5} max={40} step={0.5} error={faultOf("hoursAMonth")} />
                <NumberInput name="offerHours" label="Hours that coaches have to answer" defaultValue={matchSettings.offerHours} min={1} max={336} error={faultOf("offerHours")} />
                <Switch name="reoffers" label="Ask the next team by itself when somebody says no or does not answer" defaultChecked={matchSettings.reoffers} />
              </>
            )}
          </ActionForm>
        </>
      )}
    </section>
  );
}

function learnedWords({ learnedFrom, overridden }: MatchSettingsQuery["matchSettings"]): string {
  if (learnedFrom === 0) return "Nothing was learned yet: each choice between teams moves the weights a little, within bounds.";
  return `Learned from ${learnedFrom} ${learnedFrom === 1 ? "choice" : "choices"} of staff, of which ${overridden === 0 ? "none" : overridden} took another team than was proposed. No weight leaves its bounds.`;
}

const percent = (value: number): string => `${(value * 100).toFixed(0)}%`;

function Weights({ weights }: { readonly weights: MatchSettingsQuery["matchSettings"]["weights"] }) {
  return (
    <div className={classes["terms"]}>
      <table aria-label="Weights">
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col">Now</th>
            <th scope="col">At first</th>
            <th scope="col">Bounds</th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ term, weight, first, low, high }) => (
            <tr key={term}>
              <td>{TERM_LABELS[term]}</td>
              <td className={classes["number"]}>{percent(weight)}</td>
              <td className={classes["number"]}>{percent(first)}</td>
              <td className={classes["number"]}>
                {percent(low)} to {percent(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
