import { use, useEffect, useRef, type ReactNode } from "react";
import classes from "./PageFrame.module.css";
import { PageToolsContext } from "./pageTools";

interface Props {
  /** The page's name, as in the navigation. */
  readonly name: string;
  /** What the page found, as a sentence. */
  readonly finding: ReactNode;
  /** What the finding rests on. */
  readonly basis?: ReactNode;
  /** Controls that change the view but not the scope. */
  readonly controls?: ReactNode;
  /** It says itself as of when it is: the stamp would tell another day. */
  readonly isDated?: boolean;
  /** It shows records as they stand at this moment, and dates no figure. */
  readonly isLive?: boolean;
  /** A newer answer is on its way. */
  readonly pending?: boolean;
  readonly children: ReactNode;
}

/** A page: its name, its finding as the heading, then what proves it. */
export function PageFrame({ name, finding, basis, controls, isDated = false, isLive = false, pending = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const tools = use(PageToolsContext);

  useEffect(
    function moveFocusAfterNavigation() {
      document.title = `${name} · Coaching network`;
      const active = document.activeElement;
      // Whoever types in a panel over the page is left there.
      if (active !== document.body && active?.closest("[role=dialog]") == null) heading.current?.focus({ preventScroll: true });
    },
    [name],
  );

  return (
    <article className={classes["page"]} aria-busy={pending}>
      <header className={classes["header"]}>
        <div className={classes["top"]}>
          <p className={classes["name"]}>{name}</p>
          {tools !== null && (
            <button type="button" className={`${classes["print"]} not-on-paper`} onClick={() => window.print()}>
              Print or save as PDF
            </button>
          )}
        </div>
        <h1 className={classes["finding"]} ref={heading} tabIndex={-1}>
          {finding}
        </h1>
        {basis !== undefined && <p className={classes["basis"]}>{basis}</p>}
        {tools !== null && (
          <div className={classes["tools"]}>
            {tools.printed}
            {isDated && tools.records !== null && <p>{tools.records}</p>}
            {!isDated && !isLive && tools.stamp}
          </div>
        )}
      </header>
      {controls !== undefined && <div className={classes["controls"]}>{controls}</div>}
      <div className={classes["body"]}>
        {children}
      </div>
    </article>
  );
}
