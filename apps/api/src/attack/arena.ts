import { DEMO_EPOCH } from "../clock";
import type { Disclosure } from "../context";
import type { Connection } from "../db/client";
import { graphqlOver } from "../testing";
import { DEMO_FUNDER } from "../testing.demo";
import { harvest, type Harvest } from "./harvest";
import type { Question } from "./question";
import { thresholdsAlone } from "./thresholds";
import type { Truth } from "./truth";

/** Publication day of the networks that end on 31 January 2021. */
export const PUBLICATION = new Date("2021-02-01T00:00:00-05:00");

/** Standard deviation of one answer of the gate, and the most that it is off: both are published. */
export const NOISE = { deviation: 2, bound: 7 } as const;

/** What a funder is told, asked once for each way of protecting. */
export class Arena {
  readonly truth: Truth;
  readonly #connection: Connection;
  readonly #questions: readonly Question[];
  readonly #told = new Map<Disclosure, Promise<Harvest>>();

  constructor(connection: Connection, truth: Truth, questions: readonly Question[]) {
    this.#connection = connection;
    this.truth = truth;
    this.#questions = questions;
  }

  told(disclosure: Disclosure): Promise<Harvest> {
    const before = this.#told.get(disclosure);
    if (before) return before;
    const asking = graphqlOver(this.#connection, DEMO_EPOCH, disclosure).then((ask) => harvest(ask, DEMO_FUNDER, this.#questions));
    this.#told.set(disclosure, asking);
    return asking;
  }

  /** What would be told if cells were only held against a threshold. */
  async toldByThresholds(): Promise<Harvest> {
    return thresholdsAlone(await this.told("off"), this.truth);
  }
}

/** Noise comes from a secret; with a fixed one the same network has the same noise in every run. */
export async function fixSecret({ sql }: Connection): Promise<void> {
  await sql`insert into app_secrets (name, value) values ('statistics', 'for-the-attacks') on conflict (name) do update set value = excluded.value`;
}
