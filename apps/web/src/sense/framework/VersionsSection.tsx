import { counted } from "../figure/format";
import { useNetwork } from "../scope/network";
import classes from "./framework.module.css";
import { moveWords, type Version } from "./frameworkFinding";

/** Every version with what it changed of the one before, the newest first. */
export function VersionsSection({ versions }: { readonly versions: readonly Version[] }) {
  const { timeZone } = useNetwork().network;
  const day = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone });
  return (
    <section className={classes["section"]} aria-labelledby="versions">
      <h2 id="versions">{versions.length === 1 ? "This is the framework's first version." : `The framework has had ${versions.length} versions.`}</h2>
      <ol className={classes["versions"]}>
        {versions.toReversed().map(({ number, label, publishedAt, publishedByName, topics, moves }) => (
          <li key={number}>
            <h3>
              Version {number}
              {label === `Version ${number}` ? "" : `, “${label}”`}
            </h3>
            <p className={classes["basis"]}>
              {counted(topics, "topic")}; {publishedByName === null ? "in force from" : `published by ${publishedByName} on`} {day.format(new Date(publishedAt))}.
            </p>
            {moves.length > 0 && (
              <ul>
                {moves.map((move) => (
                  <li key={moveWords(move)}>{moveWords(move)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
