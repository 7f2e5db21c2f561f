/**
 * Which clock tuf-js believes. It takes the machine's once, when an `Updater` is made, into a field it does not offer
 * to set; the kiosk's clock is guarded and may differ. This one file reaches in, and fails loudly if an upgrade moves it.
 */
import type { Updater } from 'tuf-js'

/**
 * Fixes the time at which an updater judges expiry (TUF 1.0 §5.1).
 * @param now epoch milliseconds
 */
export function setReferenceTime(updater: Updater, now: number): void {
  const trusted: unknown = Reflect.get(updater, 'trustedSet')
  if (typeof trusted !== 'object' || trusted === null || !(Reflect.get(trusted, 'referenceTime') instanceof Date))
    throw new Error('tuf-js no longer keeps its reference time in trustedSet.referenceTime')
  Reflect.set(trusted, 'referenceTime', new Date(now))
}
