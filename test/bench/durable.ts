/**
 * Durable crossings a second, beside bare inserts of better-sqlite3 of as many bytes in as many transactions with
 * `synchronous=FULL`, in turn on the same disk. Each comes in a turn of the event loop of its own, as at a lane; what is done
 * between, when whoever waits has been answered, is not timed, but the disk has it to bear: the mark of the end is written
 * there. So is what crossings are found by; that is timed apart, and `ratioToBareWithIndex` is what is left where there are
 * no idle moments at all.
 */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { openEncrypted } from '../../main/journal/file/open-database.ts'
import { journalKey } from '../fixtures/secrets.ts'
import { travellersEach } from './fill-journal.ts'
import { openIn, record, timed, timesOf } from './journal-times.ts'
import { crossing } from './travellers.ts'

const rounds = 20
const crossingsARound = 500
/** The kiosk indexes in idle moments. Here there are none, so it is made to. */
const betweenIdleMoments = 100

const begin = Date.parse('2026-01-05T00:00:00+07:00')
/** Of a busy checkpoint: some 3,400 crossings a day. Milliseconds. */
const betweenCrossings = 25_000

const timeOf = (serial: number): number => begin + serial * betweenCrossings

/** Bytes that the journal stores for a crossing on average, what it is found by apart. */
function bytesACrossing(folder: string): number {
  const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey, { readonly: true })
  const bytes = database
    .prepare<[], number>(
      `SELECT avg(octet_length(payload) + length(id) + length(e.kiosk) + length(kind) + length(payload_hash)
         + length(previous) + length(hash) + length(c.direction) + length(c.plate) + length(c.outcome)
         + length(c.decision) + length(c.state) + 48)
       FROM entries e JOIN crossings c ON c.at = e.at AND c.seq = e.seq`,
    )
    .pluck()
    .get()
  database.close()
  return Math.round(bytes ?? 0)
}

/** Milliseconds that a round's calls take together; between them `idle` and a turn of the event loop, which are not timed. */
async function inTurns(call: (count: number) => unknown, idle: (count: number) => void = () => {}): Promise<number> {
  let milliseconds = 0
  for (let count = 0; count < crossingsARound; count++) {
    milliseconds += timed(() => call(count))
    idle(count)
    await setImmediate()
  }
  return milliseconds
}

/** Ours and bare in turn, the first to go changing from round to round. */
export async function durable(folder: string) {
  const ours = await openIn(join(folder, 'ours'))
  for (let serial = 0; serial < crossingsARound; serial++) record(ours, crossing(serial), timeOf(serial))
  const bytes = bytesACrossing(join(folder, 'ours'))
  const theirs = new Database(join(folder, 'bare.sqlite'))
  theirs.pragma('journal_mode = WAL')
  theirs.pragma('synchronous = FULL')
  theirs.exec('CREATE TABLE crossings (seq INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT')
  const insert = theirs.prepare<[string]>('INSERT INTO crossings (content) VALUES (?)')
  const content = 'x'.repeat(bytes)
  const perSecond = (milliseconds: number): number => (crossingsARound * 1000) / milliseconds
  const rates: { ours: number; oursWithIndex: number; bare: number }[] = []
  let indexing = 0
  for (let round = -2; round < rounds; round++) {
    const crossings = Array.from({ length: crossingsARound }, (_, count) =>
      crossing((round + 3) * crossingsARound + count),
    )
    const before = indexing
    const oursNow = (): Promise<number> =>
      inTurns(
        (count) => {
          record(ours, crossings[count]!, timeOf((round + 3) * crossingsARound + count))
        },
        (count) => {
          if ((count + 1) % betweenIdleMoments === 0) indexing += timed(() => ours.indexSome())
        },
      )
    const bareNow = (): Promise<number> => inTurns(() => insert.run(content))
    const first = await (round % 2 === 0 ? oursNow() : bareNow())
    const second = await (round % 2 === 0 ? bareNow() : oursNow())
    const [recording, bare] = round % 2 === 0 ? [first, second] : [second, first]
    const whole = recording + (indexing - before)
    if (round >= 0) rates.push({ ours: perSecond(recording), oursWithIndex: perSecond(whole), bare: perSecond(bare) })
  }
  ours.close()
  theirs.close()
  const median = (values: readonly number[]): number => timesOf(values).median
  return {
    travellersEach,
    bytesACrossing: bytes,
    crossingsPerSecond: Math.round(median(rates.map((each) => each.ours))),
    bareInsertsPerSecond: Math.round(median(rates.map((each) => each.bare))),
    indexMicrosecondsACrossing: Math.round((indexing * 1000) / ((rounds + 2) * crossingsARound)),
    ratioToBare: median(rates.map((each) => each.ours / each.bare)),
    ratioToBareWithIndex: median(rates.map((each) => each.oursWithIndex / each.bare)),
  }
}
