import { graphql } from "../../open/gql";
import { newKey } from "../../open/newKey";
import { send } from "../../open/send";
import { FormClock } from "./formClock";

const RECORD = graphql(`
  mutation RecordIntakeVisit($input: RecordIntakeVisitInput!) {
    recordIntakeVisit(input: $input) {
      id
    }
  }
`);

/** One visit to the form: how far somebody comes in it, told to the network without a word of what they write. */
export class Visit {
  readonly #id = newKey();
  readonly #clock: FormClock;
  #submitted = false;

  constructor(now: number) {
    this.#clock = new FormClock(now);
  }

  reach(field: Parameters<FormClock["reach"]>[0]): void {
    this.#clock.reach(field, performance.now());
  }

  /** Since the form was opened. */
  seconds(): number {
    return Math.round(this.#clock.progress(performance.now()).milliseconds / 1000);
  }

  /** Tells how far it came. Worth knowing, and never worth a word to the reader when it cannot be told. */
  async record(submitted: boolean): Promise<void> {
    if (this.#submitted) return;
    this.#submitted = submitted;
    const { fields, lastField, milliseconds } = this.#clock.progress(performance.now());
    await send(RECORD, { input: { id: this.#id, fields: [...fields], lastField, milliseconds, submitted } }, "", true).catch(() => undefined);
  }
}
