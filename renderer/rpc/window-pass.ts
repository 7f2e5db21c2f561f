/**
 * The pass of this window (shared/rpc/handshake.ts): first the one-time pass behind `#` in the address it was opened
 * with, then the one derived from it, kept for this tab alone so that a reload goes on. No cookie and no other store:
 * those are shared by all ports of this machine, or outlive the run.
 */
import * as v from 'valibot'
import { passSchema } from '../../shared/rpc/handshake.ts'

const place = 'chot-pass'

/** The pass, and whether it serves once. */
export interface WindowPass {
  pass: string
  oneTime: boolean
}

/** Where the passes of a window are read, and put. */
export interface PassPlace {
  /** What follows `#` in the address. */
  hash: string
  /** Takes it out of the address, and so out of what the window shows and remembers. */
  clearHash(): void
  stored: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/**
 * The places of a page in a browser. An address with another pass that is opened in this very tab changes only what
 * follows `#`, and so loads nothing by itself.
 */
export function passPlace(page: Window): PassPlace {
  const { location, history, sessionStorage } = page
  page.addEventListener('hashchange', () => {
    if (v.is(passSchema, location.hash.slice(1))) location.reload()
  })
  return {
    hash: location.hash,
    clearHash: () => history.replaceState(null, '', location.pathname),
    stored: sessionStorage,
  }
}

/** The pass of one window, while its page lives. */
export class PassHolder {
  private readonly place: PassPlace
  private held: WindowPass | null

  constructor(from: PassPlace) {
    this.place = from
    const offered = v.safeParse(passSchema, from.hash.slice(1))
    if (offered.success) from.clearHash()
    const kept = v.safeParse(passSchema, from.stored.getItem(place))
    this.held = offered.success
      ? { pass: offered.output, oneTime: true }
      : kept.success
        ? { pass: kept.output, oneTime: false }
        : null
  }

  /** Null: this window was opened without one, or its pass was refused. */
  current(): WindowPass | null {
    return this.held
  }

  /** From now on this window comes with the derived pass. */
  keep(derived: string): void {
    this.held = { pass: derived, oneTime: false }
    this.place.stored.setItem(place, derived)
  }

  /** The pass is of no use any more. */
  forget(): void {
    this.held = null
    this.place.stored.removeItem(place)
  }
}
