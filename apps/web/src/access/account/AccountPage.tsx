import { useSuspenseQuery } from "@apollo/client/react";
import { use, type ReactNode } from "react";
import { Attempt } from "../../ui/attempt";
import { PageFrame } from "../../ui/PageFrame";
import { PageBoundary } from "../../ui/PageBoundary";
import { mayHoldKeys, POSITION_WORDS, ROLE_OPENS, ROLE_WORDS } from "../words";
import classes from "./account.module.css";
import { ACCOUNT } from "../accountQuery";
import { KeysSection } from "./KeysSection";
import { PasswordSection } from "./PasswordSection";
import { SessionsSection } from "./SessionsSection";
import { TwoFactorSection } from "./TwoFactorSection";

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section className={classes["section"]}>
      <h2>{title}</h2>
      <div className={classes["content"]}>
        <PageBoundary resetKey={title} loading={<p>Loading…</p>} renderProblem={() => <p>This part could not be loaded. Load the page again.</p>}>
          {children}
        </PageBoundary>
      </div>
    </section>
  );
}

/** One's own account: who one is here, how one signs in, where one is signed in, and the keys of one's programs. */
export function AccountPage() {
  const attempt = use(Attempt);
  const { data } = useSuspenseQuery(ACCOUNT, { queryKey: [attempt] });
  const { viewer } = data;
  if (viewer === null) return null;
  const positions = viewer.positions.map((position) => POSITION_WORDS[position]);
  return (
    <PageFrame name="Your account" finding={viewer.name} basis={`You sign in as ${viewer.email}.`}>
      <div className={classes["sections"]}>
        <Section title="What you are here">
          {viewer.roles.length === 0 ? (
            <p>Your account has no role yet, so nothing but this page and the definitions is open to it. Ask network staff for one.</p>
          ) : (
            <ul className={classes["roles"]}>
              {viewer.roles.map((role) => (
                <li key={role}>
                  <strong>{ROLE_WORDS[role]}</strong>
                  {role === "STAFF" && positions.length > 0 && ` (${positions.join(", ")})`}
                  {(role === "PROVIDER" || role === "COACH") && viewer.provider !== null && `, ${viewer.provider.name}`}
                  <span>opens {ROLE_OPENS[role]}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title="Password">
          <PasswordSection email={viewer.email} />
        </Section>
        <Section title="Two-factor">
          <TwoFactorSection on={viewer.twoFactor} />
        </Section>
        <Section title="Where you are signed in">
          <SessionsSection />
        </Section>
        <Section title="API keys">
          <KeysSection keys={viewer.apiKeys} leads={viewer.roles.includes("PROVIDER") && viewer.provider !== null} mayHold={mayHoldKeys(viewer.roles)} />
        </Section>
      </div>
    </PageFrame>
  );
}
