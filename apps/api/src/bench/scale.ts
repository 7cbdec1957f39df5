/** How large a generated network is. */
export interface Scale {
  readonly systems: number;
  readonly requests: number;
  readonly engagements: number;
  readonly sessions: number;
  readonly ratings: number;
  readonly providers: number;
  readonly coaches: number;
  readonly resources: number;
}

/** A network of many states that has run for two years. */
export const NATIONAL: Scale = {
  systems: 2_000,
  requests: 20_000,
  engagements: 15_000,
  sessions: 100_000,
  ratings: 60_000,
  providers: 40,
  coaches: 400,
  resources: 300,
};

/** A tenth of it, for a quick look. */
export const REGIONAL: Scale = {
  systems: 200,
  requests: 2_000,
  engagements: 1_500,
  sessions: 10_000,
  ratings: 6_000,
  providers: 15,
  coaches: 60,
  resources: 60,
};
