/** Rows of a kiosk that sent for a month, put into a hub's database without the hub. */
import { dayOf } from '../../hub/database/partitions.ts'
import type { HubGround } from '../../hub/ground.ts'
import { copyIn } from './copy-in.ts'

const day = 86_400_000
const days = 30
const enrolment = 'f0'.repeat(16)
/** Rows that are sent at a time. */
const piece = 2000

/** As long as a crossing's. */
const payload = JSON.stringify({ salt: 'AAAAAAAAAAAAAAAAAAAAAA==', crossing: 'x'.repeat(330) })

const hashOf = (line: number, seq: number): string => `\\\\x${(line * 2 ** 40 + seq).toString(16).padStart(64, '0')}`
const idOf = (line: number, seq: number): string =>
  `017c4a5e-8f00-7000-8${String(line).padStart(3, '0')}-${String(seq).padStart(12, '0')}`

function* inPieces(count: number, row: (seq: number) => string): Generator<string> {
  for (let from = 1; from <= count; from += piece) {
    const rows = []
    for (let seq = from; seq < Math.min(from + piece, count + 1); seq++) rows.push(row(seq))
    yield rows.join('')
  }
}

/** Fills it over thirty days. @param now the last of them, epoch milliseconds */
export async function fillHub({ pool, partitions }: HubGround, rows: number, now: number): Promise<void> {
  const all = Array.from({ length: days }, (_, back) => dayOf(now - back * day))
  await partitions.ensure(all)
  const each = Math.ceil(rows / days)
  for (const [index, of] of all.entries()) {
    process.stderr.write(`filling ${of} …\n`)
    const line = index + 1
    const header = (seq: number): string => {
      const hash = hashOf(line, seq)
      const fields = [enrolment, line, seq, hash, idOf(line, seq), 0, 'kiosk-1', '\\N', 'crossing.recorded', hash]
      return `${fields.join('\t')}\t\\N\t\\N\t${of}\t0\n`
    }
    const columns =
      'enrolment, line, seq, hash, id, at, kiosk, officer, kind, payload_hash, signer, signature, day, received_at'
    await Promise.all([
      copyIn(pool, `entry_header (${columns})`, inPieces(each, header)),
      copyIn(
        pool,
        'entry_payload (enrolment, line, seq, day, payload)',
        inPieces(each, (seq) => `${enrolment}\t${line}\t${seq}\t${of}\t${payload}\n`),
      ),
    ])
  }
  // What the database does by itself after so many rows at once is the price of filling, and not of what is measured next.
  await pool.query('VACUUM (ANALYZE) entry_header, entry_payload')
  await pool.query('CHECKPOINT')
}
