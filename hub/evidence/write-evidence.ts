/** Puts together what the hub has of a kiosk's forks. */
import { encodeBase64url } from '../../shared/certificate/base64url.ts'
import { genesis, headerText, type Entry } from '../../shared/ledger/entry.ts'
import { writeLine } from '../../shared/sync/entry-lines.ts'
import { openSeal, readSealed } from '../../shared/sync/seal.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import type { HubGround } from '../ground.ts'
import { readKnownKeys, type KioskRow } from '../kiosks/kiosk-row.ts'
import { signedText, type Evidence } from './evidence-file.ts'

interface Kept {
  epoch: string
  at: number
  through: number
  sealed: Buffer
  receivedAt: number
}

/** The file's text; null: the hub kept no fork of this kiosk. */
export async function writeEvidence(ground: HubGround, kiosk: KioskRow): Promise<string | null> {
  const { pool, keys, now } = ground
  const { enrolment, name } = kiosk
  const { rows } = await pool.query<Kept>(
    `SELECT encode(epoch, 'hex') AS epoch, at_seq::float8 AS at, through_seq::float8 AS through, sealed,
       received_at::float8 AS "receivedAt" FROM kept_batch WHERE enrolment = $1 AND why = 'fork' ORDER BY number`,
    [enrolment],
  )
  if (rows.length === 0) return null
  const forks: Evidence['forks'] = []
  for (const kept of rows) forks.push(await forkOf(ground, enrolment, kept))
  const known = await readKnownKeys(pool, enrolment)
  const evidence: Evidence = {
    hub: keys.hub,
    key: keys.public,
    enrolment,
    name,
    keys: known.map((key) => ({ number: key.number, public: key.public })),
    forks,
    at: now(),
  }
  const said = JSON.stringify(evidence)
  const signature = encodeBase64url(keys.sign(signedText(nodeMeans.sha256(said))))
  return `${JSON.stringify({ chot: 'evidence', said, signature })}\n`
}

async function forkOf(ground: HubGround, enrolment: string, kept: Kept): Promise<Evidence['forks'][number]> {
  const file = readSealed(kept.sealed)
  const plain = typeof file === 'string' ? file : openSeal(file, ground.keys.secretOf)
  if (typeof plain === 'string') throw new Error(`a batch that was opened opens no more: ${plain}`)
  const { epoch, at, receivedAt } = kept
  const entries = await headersOf(ground, enrolment, kept)
  const previous = entries[0]?.previous ?? genesis
  const ours = entries.map((entry) => writeLine({ entry, payload: null }))
  return { epoch, at, previous, ours, theirs: Buffer.from(plain).toString('base64'), receivedAt }
}

/** The headers that the hub had of a fork's numbers, each with the hash before it. */
async function headersOf({ pool }: HubGround, enrolment: string, { epoch, at, through }: Kept): Promise<Entry[]> {
  const { rows } = await pool.query<Omit<Entry, 'previous'>>(
    `SELECT seq::float8 AS seq, encode(hash, 'hex') AS hash, id::text AS id, at::float8 AS at, kiosk, officer, kind,
       encode(payload_hash, 'hex') AS "payloadHash", signer, signature FROM entry_header
     WHERE enrolment = $1 AND seq BETWEEN $3 AND $4
       AND line = coalesce((SELECT line FROM kiosk_head WHERE enrolment = $1 AND epoch = decode($2, 'hex')), line)
     ORDER BY line, seq`,
    [enrolment, epoch, at, Math.max(at, through)],
  )
  const before = await pool.query<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM entry_header
     WHERE enrolment = $1 AND line IN (SELECT line FROM kiosk_head WHERE enrolment = $1) AND seq = $2`,
    [enrolment, at - 1],
  )
  const entries: Entry[] = []
  for (const row of rows) {
    const last = entries.at(-1)
    const follows = last?.seq === row.seq - 1 ? [last.hash] : [genesis, ...before.rows.map(({ hash }) => hash)]
    const previous = follows.find((hash) => nodeMeans.sha256(headerText({ ...row, previous: hash })) === row.hash)
    // A line that goes on elsewhere: what comes before it is enough.
    if (previous === undefined) break
    entries.push({ ...row, previous })
  }
  return entries
}
