import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "../../gql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { Done } from "../../ui/form/Done";
import { counted } from "../figure/format";

const PUBLISH = graphql(`
  mutation PublishLearningCall($input: PublishLearningCallInput!) {
    publishLearningCall(input: $input) {
      isNew
      edition {
        ...PublishedCall_edition @unmask
      }
    }
  }
`);

/** Sends the call to coaches and leads, after asking. */
export function PublishButton({ week, again }: { readonly week: string; readonly again: boolean }) {
  const [done, setDone] = useState<string | null>(null);
  const [publish] = useMutation(PUBLISH, { refetchQueries: ["StaffCallPage", "CallPreview"] });
  return (
    <>
      <ConfirmButton
        label={again ? "Publish anew" : "Publish"}
        variant="filled"
        question={again ? "Publish another edition of this call?" : "Publish this call?"}
        confirm="Publish and mail it"
        action={async () => {
          const { data } = await publish({ variables: { input: { week } } });
          if (!data) return;
          const { isNew, edition } = data.publishLearningCall;
          setDone(isNew ? `Edition ${edition.number} is published, and on its way to ${counted(edition.mailed, "person", "people")}.` : `Edition ${edition.number} says the same already: nothing was sent.`);
        }}
      >
        <p>Coaches and organisations' leads read it on their page and get it as mail, in the form that “As organisations get it” shows: protected figures alone, and your notes as you wrote them.</p>
        {again && <p>The earlier edition stays where it is; this one takes its place on top. If it says the same, nothing is sent.</p>}
      </ConfirmButton>
      {done !== null && <Done>{done}</Done>}
    </>
  );
}
