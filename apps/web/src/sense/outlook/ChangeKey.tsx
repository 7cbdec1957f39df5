import classes from "./outlook.module.css";

/** What the two colours of a picture mean. */
export function ChangeKey() {
  return (
    <p className={classes["key"]}>
      <span>
        <span className={classes["nowKey"]} /> as things are
      </span>
      <span>
        <span className={classes["changedKey"]} /> after the change
      </span>
    </p>
  );
}
