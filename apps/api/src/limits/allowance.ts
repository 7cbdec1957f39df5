import type { Caller, RateLimits, Standing } from "./rateLimits";

/** How the caller of one operation stands, and what the operation costs. */
export class Allowance {
  #standings: readonly Standing[];
  #cost = 0;
  #points: Standing | null = null;

  private constructor(
    private readonly limits: RateLimits,
    private readonly caller: Caller,
    requests: Standing,
  ) {
    this.#standings = [requests];
  }

  /**
   * Counts a request of the caller's.
   * @throws DomainError RATE_LIMITED
   */
  static async ofRequest(limits: RateLimits, caller: Caller): Promise<Allowance> {
    return new Allowance(limits, caller, await limits.countRequest(caller));
  }

  /**
   * Takes what an operation costs from the caller's points; more of it later adds up.
   * @throws DomainError RATE_LIMITED
   */
  async spend(cost: number): Promise<void> {
    this.#cost += cost;
    this.#points = await this.limits.spend(this.caller, cost);
    this.#standings = [...this.#standings, this.#points];
  }

  get standings(): readonly Standing[] {
    return this.#standings;
  }

  /** Of an operation that runs; null before. */
  get spent(): { readonly cost: number; readonly points: Standing } | null {
    return this.#points && { cost: this.#cost, points: this.#points };
  }
}
