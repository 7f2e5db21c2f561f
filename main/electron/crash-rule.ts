/** What to do when the page's process has died: load it again, less and less soon, and in the end start over whole. */

export type Remedy = { do: 'reload'; delay: number } | { do: 'relaunch' }

/** Crashes older than this, in milliseconds, are forgotten. */
const memory = 10 * 60_000
const first = 500
const mostReloads = 5

/**
 * The remedy for a crash at `now`. `crashes` are the times of all so far, this one included; epoch milliseconds. The
 * delay doubles from half a second; the sixth crash within ten minutes relaunches the program.
 */
export function remedyFor(crashes: readonly number[], now: number): Remedy {
  const recent = crashes.filter((at) => now - at < memory).length
  if (recent > mostReloads) return { do: 'relaunch' }
  return { do: 'reload', delay: first * 2 ** Math.max(0, recent - 1) }
}

/** Whether a page's end needs a remedy: closing the window ends it cleanly. */
export function isCrash(reason: string): boolean {
  return reason !== 'clean-exit'
}
