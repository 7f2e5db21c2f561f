/**
 * Which clock tuf-js believes. It takes the machine's once, when it begins, into a field it does not offer to set; the
 * kiosk's clock is guarded and may differ. This one file reaches in, and fails loudly if an upgrade moves it.
 */
import type { Updater } from 'tuf-js'
import { TrustedMetadataStore } from 'tuf-js/dist/store.js'

/**
 * Fixes the time at which expiry is judged (TUF 1.0 §5.1).
 * @param now epoch milliseconds
 */
export function setReferenceTime(trusted: TrustedMetadataStore, now: number): void {
  if (!(Reflect.get(trusted, 'referenceTime') instanceof Date))
    throw new Error('tuf-js no longer keeps its reference time in referenceTime')
  Reflect.set(trusted, 'referenceTime', new Date(now))
}

/** The same for an updater, before it begins. @param now epoch milliseconds */
export function setUpdaterTime(updater: Updater, now: number): void {
  const trusted: unknown = Reflect.get(updater, 'trustedSet')
  if (!(trusted instanceof TrustedMetadataStore)) throw new Error('tuf-js no longer keeps what it trusts in trustedSet')
  setReferenceTime(trusted, now)
}
