/** Invites kiosks and enrols them: a code is taken up once, in the transaction that stores whose it is. */
import type { Mode } from '../../shared/domain/mode.ts'
import type { Answer } from '../../shared/sync/answer.ts'
import { openWish, signEnrolled } from '../../shared/sync/enrolment.ts'
import { enrolmentOf, newCode, type Invitation } from '../../shared/sync/invitation.ts'
import { readSealed } from '../../shared/sync/seal.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import { transact } from '../database/open-database.ts'
import type { HubGround } from '../ground.ts'
import { withNewestKeys } from '../hub-keys.ts'
import { findKiosks, keepKeys, readKiosk } from './kiosk-row.ts'

const day = 86_400_000

/** How long a code is good, in milliseconds. A stick takes its time. */
const goodFor = { wire: day, stick: 7 * day } as const

/** Whether no checkpoint that sends has a name. */
export const isFree = async ({ pool }: HubGround, name: string): Promise<boolean> =>
  (await findKiosks(pool, name)).every(({ signKey }) => signKey === null)

/** Invites one. @param address where the hub is reached; null: only by stick */
export async function invite(
  { pool, keys, now }: HubGround,
  { name, mode, address, ca }: { name: string; mode: Mode; address: string | null; ca: string | null },
): Promise<Invitation> {
  const code = newCode(nodeMeans)
  const at = now()
  const by = address === null ? 'stick' : 'wire'
  const until = at + goodFor[by]
  await pool.query(
    'INSERT INTO kiosk (enrolment, name, mode, invited_at, until, invited_by) VALUES ($1, $2, $3, $4, $5, $6)',
    [enrolmentOf(nodeMeans, keys.hub, code), name, mode, at, until, by],
  )
  const { hub, public: key, sealing } = keys
  return { chot: 'invitation', hub, name, mode, code, until, address, key, sealing, ca }
}

/** What a hub answers to a sealed wish. The same code and the same key get the same answer again. */
export async function takeWish(ground: HubGround, sealed: Uint8Array): Promise<Answer> {
  const file = readSealed(sealed)
  const wish =
    typeof file === 'string' ? file : await withNewestKeys(ground, (secretOf) => openWish(nodeMeans, file, secretOf))
  const { pool, keys, now } = ground
  const at = now()
  const refused = (why: 'unreadable' | 'not-enrolled', reason: string): Answer => ({
    receipts: [],
    refused: { why, reason },
    sealing: keys.sealing,
    now: at,
  })
  if (typeof wish === 'string') return refused('unreadable', wish)
  if (wish.hub !== keys.hub || enrolmentOf(nodeMeans, keys.hub, wish.code) !== wish.enrolment)
    return refused('not-enrolled', 'unknown-code')
  const { enrolment, sign } = wish
  return transact(pool, async (client): Promise<Answer> => {
    const row = await readKiosk(client, enrolment, true)
    if (!row) return refused('not-enrolled', 'unknown-code')
    if (row.revokedAt !== null) return refused('not-enrolled', 'revoked')
    if (row.mode !== wish.mode) return refused('not-enrolled', 'another-mode')
    if (row.signKey !== null && row.signKey !== sign.public) return refused('not-enrolled', 'code-used')
    if (row.signKey === null) {
      if (row.until < at) return refused('not-enrolled', 'code-too-old')
      await client.query(
        'UPDATE kiosk SET kiosk = $2, sign_key = $3, box_key = $4, enrolled_at = $5 WHERE enrolment = $1',
        [enrolment, wish.kiosk, sign.public, wish.box.public, at],
      )
      await keepKeys(client, enrolment, [{ ...sign, replaces: null }])
    }
    const said = { hub: keys.hub, enrolment, key: sign.public, name: row.name, at: row.enrolledAt ?? at }
    return { receipts: [], enrolled: signEnrolled(said, keys.sign), sealing: keys.sealing, now: at }
  })
}
