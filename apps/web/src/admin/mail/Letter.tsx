import { Button } from "@mantine/core";
import { letterParts, type LetterPart } from "./letterParts";
import classes from "./outbox.module.css";

interface Props {
  readonly letter: { readonly to: string; readonly subject: string; readonly text: string | null };
}

function Part({ part }: { readonly part: LetterPart }) {
  switch (part.kind) {
    case "words":
      return <p>{part.words}</p>;
    case "from":
      return <p className={classes["from"]}>{part.words}</p>;
    case "action":
      return (
        <p>
          <Button component="a" href={part.url}>
            {part.label}
          </Button>
          <span className={classes["address"]}>
            Or open this address: <a href={part.url}>{part.url}</a>
          </span>
        </p>
      );
  }
}

/** One mail, set as mail programs set it. It is built from the mail's plain text: no markup of a mail enters the page. */
export function Letter({ letter: { to, subject, text } }: Props) {
  return (
    <section className={classes["letter"]} aria-label={subject}>
      <header>
        <h2>{subject}</h2>
        <p>To {to}</p>
      </header>
      <div className={classes["text"]}>
        {text === null ? <p>It is being written. Load the page again in a moment.</p> : letterParts(text).map((part, index) => <Part key={index} part={part} />)}
      </div>
    </section>
  );
}
