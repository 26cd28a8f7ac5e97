/** Runs what is asked for once, for all who ask for it at the same time. */
export type SingleFlight = <Result>(
  key: string,
  /** Given when the one who asks does not wait any longer. */
  leaving: AbortSignal,
  make: (signal: AbortSignal) => Promise<Result>,
) => Promise<Result>;

interface Flight {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Makes a `SingleFlight`. Who leaves gets the reason of its signal and disturbs nobody; once all
 * have left, the signal that `make` got is given. A failure is told to all who wait, and is not
 * remembered.
 */
export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Flight>();
  const begin = (key: string, make: (signal: AbortSignal) => Promise<unknown>): Flight => {
    const controller = new AbortController();
    const flight = { result: make(controller.signal), controller, waiting: 0 };
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.result.then(land, land);
    flights.set(key, flight);
    return flight;
  };
  return async <Result>(
    key: string,
    leaving: AbortSignal,
    make: (signal: AbortSignal) => Promise<Result>,
  ) => {
    leaving.throwIfAborted();
    const flight = flights.get(key) ?? begin(key, make);
    flight.waiting += 1;
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = () => reject(leaving.reason);
    leaving.addEventListener('abort', leave);
    try {
      return await Promise.race([flight.result as Promise<Result>, left]);
    } finally {
      leaving.removeEventListener('abort', leave);
      flight.waiting -= 1;
      if (flight.waiting === 0 && leaving.aborted) {
        // Nobody may join what is given up.
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort(leaving.reason);
      }
    }
  };
}
