/** What is decided about one kiosk, by command or on the page, and what comes of it. */
import type { DeedDone, KioskDeed } from '../../shared/hub-api/kiosk-deeds.ts'
import type { HubGround } from '../ground.ts'
import { exposed } from './exposed.ts'
import type { KioskRow } from './kiosk-row.ts'
import { release } from './release.ts'
import { withdraw } from './withdraw.ts'

/** Within which a breach of personal data is to be reported (Decree 13/2023/NĐ-CP, Article 23). Milliseconds. */
const hours72 = 72 * 3_600_000

/** Does it. Done twice it withdraws nothing more, and the first report of a loss stands. */
export async function decide(
  ground: HubGround,
  { enrolment, name, lostAt }: Pick<KioskRow, 'enrolment' | 'name' | 'lostAt'>,
  deed: KioskDeed,
): Promise<DeedDone> {
  const done = { enrolment, name, released: null, lost: null }
  if (deed === 'release') return { ...done, released: await release(ground, enrolment) }
  await withdraw(ground, enrolment, deed)
  if (deed !== 'lost') return done
  const at = lostAt ?? ground.now()
  return { ...done, lost: { at, deadline: at + hours72, exposed: await exposed(ground, enrolment) } }
}
