/** What is decided about one kiosk, by command or on the page, and what comes of it. */
import type { DeedDone, KioskDeed } from '../../shared/hub-api/kiosk-deeds.ts'
import { entriesWaiting } from '../../shared/hub-api/kiosk-status.ts'
import type { HubGround } from '../ground.ts'
import { hubStatus } from '../status.ts'
import { exposed } from './exposed.ts'
import type { KioskRow } from './kiosk-row.ts'
import { release } from './release.ts'
import { withdraw } from './withdraw.ts'

/** Within which a breach of personal data is to be reported (Decree 13/2023/NĐ-CP, Article 23). Milliseconds. */
const hours72 = 72 * 3_600_000

/** It was not done: so many entries lie on the laptop alone, the oldest of that instant (epoch milliseconds). */
export interface EntriesWait {
  refused: 'entries-wait'
  waiting: number
  oldestAt: number
}

/**
 * Does it. Done twice it withdraws nothing more, and the first report of a loss stands. A laptop is not taken out of service
 * with more on it alone than whoever decides was told.
 * @param told how many entries they were told lie there; Infinity: they do it whatever lies there
 */
export async function decide(
  ground: HubGround,
  { enrolment, name, lostAt }: Pick<KioskRow, 'enrolment' | 'name' | 'lostAt'>,
  deed: KioskDeed,
  told: number,
): Promise<DeedDone | EntriesWait> {
  const done = { enrolment, name, released: null, lost: null }
  const waits = deed === 'replace' ? await moreThan(told, ground, enrolment) : null
  if (waits) return waits
  if (deed === 'release') return { ...done, released: await release(ground, enrolment) }
  await withdraw(ground, enrolment, deed)
  if (deed !== 'lost') return done
  const at = lostAt ?? ground.now()
  return { ...done, lost: { at, deadline: at + hours72, exposed: await exposed(ground, enrolment) } }
}

async function moreThan(told: number, ground: HubGround, enrolment: string): Promise<EntriesWait | null> {
  const post = (await hubStatus(ground)).find((each) => each.enrolment === enrolment)
  const waiting = post ? entriesWaiting(post) : 0
  if (waiting <= told) return null
  return { refused: 'entries-wait', waiting, oldestAt: post?.oldestWaiting ?? post?.lastContact ?? ground.now() }
}
