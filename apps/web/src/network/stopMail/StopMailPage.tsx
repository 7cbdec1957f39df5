import { useState } from "react";
import { graphql } from "../../open/gql";
import type { OpenPageProps } from "../../open/page";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Frame } from "../../open/ui/Frame";
import { Failed, Loading, Problem } from "../../open/ui/States";

const MAIL = graphql(`
  query MailOfLink {
    mailOfLink {
      subject
      address
      stopped
    }
  }
`);

const STOP = graphql(`
  mutation StopMail($stopped: Boolean!) {
    stopMail(stopped: $stopped) {
      subject
      address
      stopped
    }
  }
`);

/** Ends mail of one kind, and has it sent again. Opening the page does neither: mail scanners open every link. */
export function StopMailPage({ token }: OpenPageProps) {
  const asked = useAnswer(MAIL, {}, token);
  const sending = useSending(STOP, token);
  const [changed, setChanged] = useState<boolean | null>(null);
  const mail = asked.data?.mailOfLink;
  if (!mail) return <Frame>{asked.error ? <Failed error={asked.error} again={() => void asked.again()} /> : <Loading />}</Frame>;
  const stopped = changed ?? mail.stopped;
  const set = async (wish: boolean) => {
    const answer = await sending.run({ stopped: wish });
    if (answer) setChanged(answer.stopMail.stopped);
  };
  return (
    <Frame>
      <div aria-live="polite">
        <h1>{stopped ? "You get no more of these mails" : "No more of these mails?"}</h1>
        <p>
          {stopped ? "Nothing more comes to " : "They come to "}
          <strong>{mail.address}</strong> under the subject “{mail.subject}”. Everything else still reaches you.
        </p>
      </div>
      <Button look={stopped ? "plain" : "main"} busy={sending.busy} onClick={() => void set(!stopped)}>
        {stopped ? "Send them again" : "Send me no more of them"}
      </Button>
      <Problem error={sending.error} />
    </Frame>
  );
}
