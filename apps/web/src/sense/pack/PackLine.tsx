import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../gql";
import type { PackLine_SentenceFragment } from "../../gql/graphql";
import { FigureValue } from "../figure/FigureValue";
import classes from "./pack.module.css";
import { leadTarget, pageName, placeOf } from "./packLine";

graphql(`
  fragment PackLine_sentence on PackSentence {
    id
    section
    text
    made
    edited
    hidden
    changedSince
    editedByName
    audience
    link
    figures {
      label
      metric
      figure {
        ...FigureValue_figure @unmask
      }
    }
    records {
      kind
      topics
      from
      to
      standing
    }
  }
`);

export type Sentence = PackLine_SentenceFragment;

/** To the page that shows a sentence's figure. */
function SentenceLink({ sentence: { link, text } }: { readonly sentence: Pick<Sentence, "link" | "text"> }) {
  if (link === null) return null;
  const { to, search, hash } = placeOf(link);
  return (
    <Link to={to} search={search} hash={hash} className={classes["more"]} aria-label={`${pageName(to)}: ${text}`}>
      {pageName(to)}
    </Link>
  );
}

interface Props {
  readonly sentence: Sentence;
  /** In the place of the sentence's text. */
  readonly children?: ReactNode;
  /** Beside its link. */
  readonly tools?: ReactNode;
}

/** One sentence: its number, what it says, and where that is shown. */
export function PackLine({ sentence, children, tools }: Props) {
  const target = leadTarget(sentence);
  return (
    <li className={classes["line"]} data-hidden={sentence.hidden || undefined}>
      <span className={classes["number"]}>{target !== null && <FigureValue {...target} />}</span>
      <div className={classes["said"]}>{children ?? <p>{sentence.text}</p>}</div>
      <span className={classes["tools"]}>
        {tools}
        <SentenceLink sentence={sentence} />
      </span>
    </li>
  );
}
