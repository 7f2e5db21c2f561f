/**
 * New keys, rules and revocations come by the trip that takes the journal away: a hub mirrors the authority's signed
 * repository as plain files, on the wire under `/v1/trust/`, on a stick in `chot-sync/trust`. It cannot forge it, and here it
 * is only looked at whether it says something new; what is believed is the business of the room Trust.
 */
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { nodeMeans } from './means.ts'
import { trustOnStick } from './places.ts'
import { overWire, type Fetch } from './wire/wire.ts'

/** Where on a hub the repository lies. */
const path = '/v1/trust'

/** What says in a repository that anything is new; a few hundred bytes. */
const newest = ['metadata', 'timestamp.json'] as const
const mostNewest = 65_536

/** Brings what is believed up to date from a folder or an address; answers whether that is believed now. */
export type UpdateTrust = (from: string) => Promise<boolean>

/** What was refused, or was cut off on its way, is tried again after so many milliseconds, and not on every trip. */
const pause = 3_600_000

/** What was looked at since the kiosk was opened: the same thing is not fetched, refused and recorded again and again. */
export class FollowedTrust {
  /** Until when each is let be, epoch milliseconds. */
  private readonly seen = new Map<string, number>()
  private readonly update: UpdateTrust
  private readonly now: () => number

  /** @param now epoch milliseconds */
  constructor(update: UpdateTrust, now: () => number) {
    this.update = update
    this.now = now
  }

  /** Looks at a hub's mirror; one that has none answers as any place that has no such file. */
  async byWire(address: string, fetch: Fetch): Promise<void> {
    const from = `${address}${path}`
    const answer = await overWire(fetch, { url: `${from}/${newest.join('/')}`, body: null, now: this.now() })
    if (answer.came && answer.status === 200) await this.take(from, answer.text)
  }

  /** Looks at a stick's. @throws the system's error */
  async byStick(disk: Disk, stick: string): Promise<void> {
    const from = trustOnStick(stick)
    const bytes = await disk.read(join(from, ...newest), mostNewest)
    if (bytes) await this.take(from, new TextDecoder().decode(bytes))
  }

  private async take(from: string, said: string): Promise<void> {
    const mark = nodeMeans.sha256(said)
    if (this.now() < (this.seen.get(mark) ?? 0)) return
    this.seen.set(mark, this.now() + pause)
    if (await this.update(from)) this.seen.set(mark, Infinity)
  }
}
