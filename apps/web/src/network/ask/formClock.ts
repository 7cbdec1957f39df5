import type { IntakeField } from "../../open/gql/graphql";

interface FieldTime {
  readonly field: IntakeField;
  readonly milliseconds: number;
}

/** How far somebody has come, and how long they were where. */
export interface Progress {
  readonly fields: readonly FieldTime[];
  readonly lastField: IntakeField | null;
  readonly milliseconds: number;
}

/** The form's own clock. It knows fields by name, and nothing of what stands in them. */
export class FormClock {
  readonly #opened: number;
  readonly #spent = new Map<IntakeField, number>();
  #at: { readonly field: IntakeField; readonly since: number } | null = null;
  #last: IntakeField | null = null;

  constructor(now: number) {
    this.#opened = now;
  }

  /** The reader is at a field from now on. */
  reach(field: IntakeField, now: number): void {
    if (this.#at?.field === field) return;
    this.leave(now);
    this.#at = { field, since: now };
    this.#last = field;
    if (!this.#spent.has(field)) this.#spent.set(field, 0);
  }

  /** The reader is at no field. */
  leave(now: number): void {
    if (this.#at) this.#spent.set(this.#at.field, (this.#spent.get(this.#at.field) ?? 0) + now - this.#at.since);
    this.#at = null;
  }

  progress(now: number): Progress {
    const here = this.#at;
    const fields = [...this.#spent].map(([field, spent]) => ({ field, milliseconds: Math.round(spent + (here?.field === field ? now - here.since : 0)) }));
    return { fields, lastField: this.#last, milliseconds: Math.round(now - this.#opened) };
  }
}
