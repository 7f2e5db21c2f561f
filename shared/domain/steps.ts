/** Work that takes long, cut into steps, so that who must not be kept waiting can do something else between two of them. */

/** A piece of work; it yields between two steps, and returns what came of it. */
export type Steps<T> = Generator<void, T>

/** Does all of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
