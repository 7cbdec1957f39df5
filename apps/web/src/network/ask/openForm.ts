import { graphql } from "../../open/gql";
import { send } from "../../open/send";
import type { Draft } from "./draft";

const OPEN_FORM = graphql(`
  query OpenIntakeForm {
    intakeForm {
      token
    }
  }
`);

const SUBMIT = graphql(`
  mutation SubmitRequest($input: SubmitRequestInput!) {
    submitRequest(input: $input) {
      requestId
      link
      owner
    }
  }
`);

/** The server takes nobody for a person who has had the form for less: whoever is faster waits for the rest of it. */
const LEAST_OPEN_MS = 3_200;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, Math.max(0, ms)));

/** The form as the server opened it: its signed token, asked for again where it did not come or is not taken. */
export class OpenForm {
  #opening: Promise<{ readonly token: string; readonly at: number }> | null = null;

  /** Begins to ask for a token, before it is needed. */
  open(): void {
    const opening = send(OPEN_FORM, {}).then(({ intakeForm }) => ({ token: intakeForm.token, at: performance.now() }));
    this.#opening = opening;
    // Told when the form is sent: until then nobody needs it.
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null;
    });
  }

  /**
   * Sends what stands in the form.
   * @returns the path of the leader's page.
   * @throws Refused
   */
  async submit({ key, district, unlisted, systemName, state, narrative, urgency, email }: Draft, seconds: number, website: string): Promise<string> {
    if (this.#opening === null) this.open();
    const opened = await this.#opening;
    await pause((opened?.at ?? 0) + LEAST_OPEN_MS - performance.now());
    const system = unlisted || !district ? { systemName, state } : { leaid: district.leaid };
    const input = { idempotencyKey: key, ...system, narrative, urgency, email, secondsToSubmit: seconds, formToken: opened?.token ?? "", website };
    return (await send(SUBMIT, { input })).submitRequest.link;
  }
}
