/**
 * The passes of one run of the kiosk: the one that the next window enters with, and those of windows that have. They are
 * in memory alone, so nothing that an earlier run gave away opens this one.
 */
import { randomBytes } from 'node:crypto'
import { nameOf } from '../../shared/rpc/handshake.ts'

/** Windows that are remembered. One is in control at a time; the others may want to come back by a reload. */
const mostWindows = 16

/** Who may talk to the kiosk. */
export interface Passes {
  /** The one-time pass that has not been used yet. */
  oneTime(): string
  /** The pass of this name, whether or not it was used. */
  find(name: string): string | null
  /**
   * A window has proven that it holds `pass`, and will come back with `derived` if it was a one-time pass. Answers with
   * what was used, or null where another window has used it in the meantime.
   */
  use(pass: string, derived: string): 'one-time' | 'window' | null
}

const newPass = (): string => randomBytes(32).toString('hex')

/** Begins a run. */
export function openPasses(): Passes {
  const windows = new Map<string, string>()
  let oneTime = newPass()
  return {
    oneTime: () => oneTime,
    find: (name) => (name === nameOf(oneTime) ? oneTime : (windows.get(name) ?? null)),
    use(pass, derived) {
      if (windows.get(nameOf(pass)) === pass) return 'window'
      if (pass !== oneTime) return null
      oneTime = newPass()
      windows.set(nameOf(derived), derived)
      const [oldest] = windows.keys()
      if (windows.size > mostWindows && oldest !== undefined) windows.delete(oldest)
      return 'one-time'
    },
  }
}
