import classes from "./definitions.module.css";

/** How figures are protected, for those who read them. */
export function Protection() {
  return (
    <section id="protected" className={classes["protection"]}>
      <h2>Protected figures</h2>
      <p>
        Staff see exact figures, and so does a provider's lead those of their own organisation. Everybody else sees the same figures in protected
        form, so that no school system or leader can be told apart, and no organisation sees another's work.
      </p>
      <ul>
        <li>
          <strong>Too few is not shown.</strong> A figure needs at least ten systems and three provider organisations, and none of them may
          make up 70% of it. What does not reach that says “too few to show”; whether it is nothing or a little, nobody can tell.
        </li>
        <li>
          <strong>A little noise.</strong> Every count is moved by a small random amount that hangs on the records it counts: the same
          records always give the same answer, whoever asks and however often, so asking again brings nothing new. A count of systems is
          rarely off by more than four. Intervals allow for it.
        </li>
        <li>
          <strong>A published set.</strong> Filters take one value each and two at most, periods are calendar months, quarters and years,
          and figures are as of the first of the month. So no two answers can be subtracted to be left with a few systems.
        </li>
        <li>
          <strong>No thin rest.</strong> A figure that would leave a few systems over when it is taken from a larger one is withheld as well,
          however large it is itself.
        </li>
      </ul>
    </section>
  );
}
