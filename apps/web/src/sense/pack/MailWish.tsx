import { useMutation } from "@apollo/client/react";
import { Switch } from "@mantine/core";
import { graphql } from "../../gql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { usePageQuery } from "../scope/usePageQuery";

const WISH = graphql(`
  query MailWish {
    learningCallMail
  }
`);

const SET_WISH = graphql(`
  mutation SetMailWish($input: SetLearningCallMailInput!) {
    setLearningCallMail(input: $input) {
      wanted
    }
  }
`);

/** Whether whoever looks wants the published calls as mail. */
export function MailWish() {
  const { learningCallMail } = usePageQuery(WISH, {});
  const [set] = useMutation(SET_WISH, { refetchQueries: ["MailWish"], awaitRefetchQueries: true });
  const { busy, refusal, act } = useAction(async (wanted: boolean) => {
    await set({ variables: { input: { wanted } } });
  });
  return (
    <section aria-label="Mail">
      <FormAlert message={refusal?.message ?? null} />
      <Switch label="Mail me each call as it is published" checked={learningCallMail} disabled={busy} onChange={(event) => void act(event.currentTarget.checked)} />
    </section>
  );
}
