/** A value that may have to be waited for: most are in memory. */
export type Maybe<Value> = Value | Promise<Value>;

/** Goes on with a value: at once when it is there. */
export function andThen<Value, Result>(
  value: Maybe<Value>,
  next: (value: Value) => Maybe<Result>,
): Maybe<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}
