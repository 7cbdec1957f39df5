/** Closed forms of queues in their steady state, against which the simulation is checked. Rates and times in one unit. */

function checked(servers: number, load: number): void {
  if (!Number.isSafeInteger(servers) || servers < 1) throw new RangeError(`servers must be whole and ≥ 1, got ${servers}`);
  if (!(load >= 0 && load < Infinity)) throw new RangeError(`the offered load must be finite and ≥ 0, got ${load}`);
}

/**
 * Share of arrivals that find every server busy where nobody waits (M/G/c/c).
 *
 * @param servers whole, ≥ 1.
 * @param load arrival rate times mean service time, in Erlang.
 * @see Erlang (1917), Elektroteknikeren 13, 5–13; by the recursion in the number of servers.
 */
export function erlangB(servers: number, load: number): number {
  checked(servers, load);
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = (load * blocked) / (count + load * blocked);
  return blocked;
}

/**
 * Share of arrivals that have to wait in M/M/c; 1 where the load is the servers' number or more, since then all come to.
 *
 * @see Erlang (1917), as above.
 */
export function erlangC(servers: number, load: number): number {
  const blocked = erlangB(servers, load);
  if (load >= servers) return 1;
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Mean wait in M/M/c, in the unit of `meanService`; Infinity where the queue grows without end. */
export function meanWaitManyServers(servers: number, arrivalRate: number, meanService: number): number {
  const load = arrivalRate * meanService;
  if (load >= servers) return Infinity;
  return (erlangC(servers, load) * meanService) / (servers - load);
}

/**
 * Mean wait in M/G/1, in the unit of the service times; Infinity where the queue grows without end.
 *
 * @param secondMoment mean of the squared service time.
 * @see Pollaczek (1930) and Khinchine (1932); Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory.
 */
export function meanWaitOneServer(arrivalRate: number, meanService: number, secondMoment: number): number {
  const load = arrivalRate * meanService;
  if (load >= 1) return Infinity;
  return (arrivalRate * secondMoment) / (2 * (1 - load));
}
