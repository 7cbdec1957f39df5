import { Fragment } from "react";
import type { ChoiceReason } from "../../gql/graphql";
import { TERM_LABELS } from "./matchWords";
import classes from "./matching.module.css";

interface Term {
  readonly term: ChoiceReason;
  readonly value: number;
  readonly weight: number;
  readonly points: number;
  readonly fact: string;
}

/** What a score is made of: each term's part of what it could give, with the fact behind it. */
export function Terms({ terms, label }: { readonly terms: readonly Term[]; readonly label: string }) {
  return (
    <details className={classes["terms"]}>
      <summary>What the score is made of</summary>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col">Points</th>
            <th scope="col">Of</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ term, points, weight, fact }) => (
            <Fragment key={term}>
              <tr>
                <th scope="row">{TERM_LABELS[term]}</th>
                <td className={classes["number"]}>{(points * 100).toFixed(0)}</td>
                <td className={classes["number"]}>{(weight * 100).toFixed(0)}</td>
              </tr>
              <tr>
                <td colSpan={3} className={classes["fact"]}>
                  {fact}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </details>
  );
}
