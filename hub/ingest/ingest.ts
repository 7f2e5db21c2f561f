/**
 * Takes a sealed batch in: opens it, checks signature and chain, then stores it and advances the head in one transaction,
 * under the head's lock. That the transaction was committed is what a receipt says, and nothing else is.
 */
import type { StoredEntry } from '../../shared/ledger/entry.ts'
import type { Answer, Refusal } from '../../shared/sync/answer.ts'
import { openBatch, type OpenedBatch } from '../../shared/sync/batch.ts'
import { followKeys, isNoOlder, type KnownKey } from '../../shared/sync/follow-keys.ts'
import { judgeBatch, type Range } from '../../shared/sync/head-rule.ts'
import { signReceipt } from '../../shared/sync/receipt.ts'
import { readSealed } from '../../shared/sync/seal.ts'
import type { Statement } from '../../shared/sync/statement.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import { transact, type Client } from '../database/open-database.ts'
import { isWithoutPartition } from '../database/partitions.ts'
import type { HubGround } from '../ground.ts'
import { withNewestKeys } from '../hub-keys.ts'
import { keepKeys, readKiosk, readKnownKeys, type KioskRow } from '../kiosks/kiosk-row.ts'
import { flagEntries, type Flag } from './flag-entries.ts'
import { knownFor, mostLines, readHeads, type HeadRow } from './heads.ts'
import { keepBatch, raise, type Keeping } from './keep-batch.ts'
import { backedUpReceipts } from './receipts.ts'
import { dateEntries, storeEntries, storeFlags, type DatedEntry } from './store-entries.ts'

/** How something came; `held`: it was kept apart since its kiosk was withdrawn, and somebody lets it in now. */
export type Way = 'wire' | 'stick' | 'held'

/** A batch that its kiosk certainly signed. */
interface SignedBatch {
  sealed: Uint8Array
  statement: Statement
  way: Way
  received: number
  /** Keys that it brings in. */
  newKeys: readonly KnownKey[]
  known: readonly KnownKey[]
}

/**
 * Takes one in. Throws only where the database does not answer; then nothing of it was taken.
 * @param received when it came, epoch milliseconds
 */
export async function ingest(
  ground: HubGround,
  sealed: Uint8Array,
  way: Way,
  received: number = ground.now(),
): Promise<Answer> {
  const { pool } = ground
  const refuse = (why: Refusal, reason: string): Answer => answerOf(ground, received, { refused: { why, reason } })
  const file = readSealed(sealed)
  if (typeof file === 'string') return refuse('unreadable', file)
  if (file.outer.hub !== ground.keys.hub) return refuse('unreadable', 'another-hub')
  const batch = await withNewestKeys(ground, (secretOf) => openBatch(nodeMeans, file, secretOf))
  if (typeof batch === 'string') return refuse('unreadable', batch)
  const { statement } = batch
  const kiosk = await readKiosk(pool, statement.enrolment)
  if (kiosk?.signKey == null || kiosk.mode !== statement.mode) return refuse('not-enrolled', 'unknown-enrolment')
  const signed = await findSigner(ground, kiosk, batch)
  if (signed === null) return refuse('not-signed', 'unknown-key')
  const all: SignedBatch = { sealed, statement, way, received, ...signed }
  // Nothing is inflated before it is known who sent it.
  const read = batch.entries()
  if ('why' in read) return keepApart(ground, all, { why: 'quarantined', reason: read.why, seq: read.seq })
  const { dated, flags } = dateEntries(read.entries, received)
  const wrong = [...flags, ...(await flagEntries(read.entries))]
  const days = new Set(dated.flatMap(({ day }) => day ?? []))
  await ground.partitions.ensure(days)
  try {
    return await settle(ground, all, dated, wrong)
  } catch (error) {
    if (!isWithoutPartition(error)) throw error
    ground.partitions.forget()
    await ground.partitions.ensure(days)
    return settle(ground, all, dated, wrong)
  }
}

/** The keys that a kiosk is known by, once one of them is found to have signed; null: none has. */
async function findSigner({ pool }: HubGround, { enrolment }: KioskRow, { statement, signedBy }: OpenedBatch) {
  const known = await readKnownKeys(pool, enrolment)
  const newKeys = followKeys(nodeMeans, known, statement.keys)
  if (newKeys === null) return null
  const key = [...known, ...newKeys].find((each) => each.public === statement.key.public)
  return key && signedBy(key.public) ? { known, newKeys } : null
}

const rangeOf = (statement: Statement, entries: readonly StoredEntry[]): Range => ({
  epoch: statement.epoch,
  from: statement.from,
  through: statement.through,
  previous: statement.previous,
  hash: statement.hash,
  hashes: entries.map(({ entry }) => entry.hash),
})

/** What a transaction came to: the heads as they are then, or why nothing was taken. */
type Settled = { heads: HeadRow[]; refused?: NonNullable<Answer['refused']> }

async function settle(ground: HubGround, batch: SignedBatch, dated: DatedEntry[], flags: Flag[]): Promise<Answer> {
  const { statement, received } = batch
  const settled = await transact(ground.pool, async (client): Promise<Settled> => {
    const kiosk = await readKiosk(client, statement.enrolment, true)
    const heads = await readHeads(client, statement.enrolment, true)
    const apart = async (keeping: Keeping): Promise<Settled> => {
      const kept = await keepBatch(client, { ...batch, keeping })
      const reason = kept === 'full' ? 'kept-full' : keeping.reason
      return { heads, refused: { why: keeping.why, seq: keeping.seq, ...(reason !== null && { reason }) } }
    }
    if (batch.way !== 'held' && kiosk?.revokedAt !== null) {
      await keepState(client, batch)
      return apart({ why: 'revoked', reason: null, seq: statement.from })
    }
    const range = rangeOf(statement, dated)
    const rule = judgeBatch(range, await knownFor(client, statement.enrolment, heads, range))
    if (rule.rule === 'fork') return apart({ why: 'fork', reason: null, seq: rule.at })
    const begins = rule.rule === 'extend' && heads.every(({ epoch }) => epoch !== statement.epoch)
    if (begins && heads.length >= mostLines)
      return apart({ why: 'quarantined', reason: 'too-many-epochs', seq: statement.from })
    const all = [...batch.known, ...batch.newKeys]
    const head = heads.find(({ epoch }) => epoch === statement.epoch)
    if (rule.rule === 'extend' && head && !isNoOlder(statement.key.public, head.key, all))
      return { heads, refused: { why: 'not-signed', reason: 'older-key' } }
    if (batch.way !== 'held') await keepState(client, batch)
    if (rule.rule === 'gap') {
      if (hadReceiptBeyond(statement, head?.seq ?? 0) && !(await isElsewhere(client, statement)))
        await raise(client, statement.enrolment, 'hub-went-back', (head?.seq ?? 0) + 1, received)
      return { heads, refused: { why: 'gap', seq: statement.from } }
    }
    if (rule.rule === 'replay') return { heads }
    await keepKeys(client, statement.enrolment, batch.newKeys)
    const line = head?.line ?? heads.length + 1
    const to = { enrolment: statement.enrolment, line, received }
    const fresh = dated.filter(({ entry }) => entry.seq >= rule.from)
    await storeEntries(client, to, fresh)
    await storeFlags(
      client,
      to,
      flags.filter(({ seq }) => seq >= rule.from),
    )
    await advance(client, batch, line, head === undefined)
    if (head === undefined && statement.from > 1)
      await raise(client, statement.enrolment, 'epoch-begun', statement.from, received)
    return { heads: await readHeads(client, statement.enrolment) }
  })
  return answerSettled(ground, statement, received, settled)
}

/** Whether a kiosk has receipts for entries that are not here: then this hub goes on from a copy of before. */
function hadReceiptBeyond({ epoch, kiosk: { head, oldest } }: Statement, last: number): boolean {
  return head.epoch === epoch && (oldest === null ? head.seq > last : oldest.seq > last + 1)
}

/** Whether the epoch came under another enrolment as well: a kiosk that was enrolled anew has its receipts from there. */
async function isElsewhere(client: Client, { enrolment, epoch }: Statement): Promise<boolean> {
  const sql = `SELECT FROM kiosk_head WHERE epoch = decode($2, 'hex') AND enrolment <> $1 LIMIT 1`
  return (await client.query(sql, [enrolment, epoch])).rows.length > 0
}

function answerSettled(ground: HubGround, statement: Statement, received: number, { heads, refused }: Settled): Answer {
  const head = heads.find(({ epoch }) => epoch === statement.epoch)
  const about = { head: head ? { seq: head.seq, hash: head.hash } : null }
  if (refused) return answerOf(ground, received, { ...about, refused })
  const { epoch, through, hash } = statement
  const { hub, sign } = ground.keys
  const receipts = through === 0 ? [] : [signReceipt({ hub, epoch, level: 'integrated', through, hash }, sign)]
  return answerOf(ground, received, { ...about, receipts: [...receipts, ...backedUpReceipts(ground.keys, heads)] })
}

/** The last entry of the batch is the head of its epoch. */
async function advance(client: Client, { statement }: SignedBatch, line: number, isNew: boolean): Promise<void> {
  const { enrolment, epoch, from, through, hash, key } = statement
  if (isNew)
    await client.query(`INSERT INTO kiosk_head VALUES ($1, decode($2, 'hex'), $3, $4, $5, decode($6, 'hex'), $7)`, [
      enrolment,
      epoch,
      line,
      from,
      through,
      hash,
      key.public,
    ])
  else
    await client.query(
      `UPDATE kiosk_head SET seq = $3, hash = decode($4, 'hex'), key = $5 WHERE enrolment = $1 AND epoch = decode($2, 'hex')`,
      [enrolment, epoch, through, hash, key.public],
    )
}

/** How the kiosk says it is; what was sealed before the last that came says nothing new. */
async function keepState(client: Client, { statement, way, received }: SignedBatch): Promise<void> {
  await client.query(
    `INSERT INTO kiosk_state VALUES ($1, $2, $3, $4, $5) ON CONFLICT (enrolment) DO UPDATE SET
       received_at = greatest(kiosk_state.received_at, excluded.received_at), way = excluded.way,
       sealed_at = greatest(kiosk_state.sealed_at, excluded.sealed_at),
       said = CASE WHEN excluded.sealed_at >= kiosk_state.sealed_at THEN excluded.said ELSE kiosk_state.said END`,
    [statement.enrolment, received, way, statement.sealedAt, JSON.stringify(statement.kiosk)],
  )
}

function keepApart(ground: HubGround, batch: SignedBatch, keeping: Keeping): Promise<Answer> {
  return transact(ground.pool, async (client) => {
    await readKiosk(client, batch.statement.enrolment, true)
    const heads = await readHeads(client, batch.statement.enrolment)
    const kept = await keepBatch(client, { ...batch, keeping })
    const reason = kept === 'full' ? 'kept-full' : keeping.reason
    const refused = { why: keeping.why, seq: keeping.seq, ...(reason !== null && { reason }) }
    return answerSettled(ground, batch.statement, batch.received, { heads, refused })
  })
}

const answerOf = ({ keys }: HubGround, now: number, others: Partial<Answer>): Answer => ({
  receipts: [],
  sealing: keys.sealing,
  ...others,
  now,
})
