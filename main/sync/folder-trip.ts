/**
 * One trip with a stick or a shared folder: what the hub sent down is copied to this disk, verified there and used from
 * there; what is waiting goes up, each file whole or not at all. The stick may be pulled at any instant; what is on it
 * already is not written again.
 */
import { join } from 'node:path'
import { mostAnswer } from '../../shared/sync/answer.ts'
import { mostTaken } from '../../shared/sync/limits.ts'
import type { Disk } from './disk.ts'
import { comeHome, sealHowItIs, sealingFor, type Trip } from './ground.ts'
import { answerName, batchFileName, onStick, readBatchName, stateName, wishName, type BatchName } from './places.ts'
import { isEqual, makeFolders, NotReadBack, putFile } from './put-file.ts'
import { tripHead } from './seal/seal-next.ts'
import { isEnrolled } from './sync-state.ts'
import { takeAnswer } from './take-answer.ts'

/** How a trip ended. */
export interface FolderTrip {
  /** What lay there from the hub. */
  answer: 'taken' | 'none' | 'unreadable'
  /** Batches that lie on the stick now, those from before among them. */
  batches: number
  /** Files in this kiosk's own folder that are none of ours: they were left as they are. */
  strangers: string[]
  /** Why not everything is on it; null: it is, and may be pulled. */
  why: 'stick-full' | 'stick-unwritable' | 'stick-crowded' | 'not-read-back' | null
}

/** Told while it goes on: bytes that are on the stick, of how many; null: it is not known yet. */
export type Progress = (bytes: number, total: number | null) => void

/** Makes the trip. @throws where this computer's own disk does not take what it must */
export async function tripByFolder(trip: Trip, stick: Disk, folder: string, progress: Progress): Promise<FolderTrip> {
  const { ground, hub } = trip
  const places = onStick(folder, hub.enrolment)
  const strangers = await strangersOn(stick, places)
  const answer = await takeDown(trip, stick, places.answer)
  let [batches, why]: [number, FolderTrip['why']] = [0, null]
  try {
    await makeFolders(stick, folder, places.up)
    await clear(trip, stick, places.up)
    if (!isEnrolled(trip.state, hub)) await putWish(trip, stick, places.wish)
    batches = await putBatches(trip, stick, places.up, progress)
    const head = tripHead(ground.ledger)
    // Last: whoever reads it knows that what it counts on lies there too.
    if (head) await putFile(stick, places.state, await sealHowItIs(trip, head))
    // Whoever reads it at the hub looks at no more names than are looked at here.
    if ((await stick.list(places.up)).more) why = 'stick-crowded'
  } catch (error) {
    why = faultOf(error)
  }
  await comeHome(trip, { at: ground.now(), way: 'folder', why })
  return { answer, batches, strangers, why }
}

/** What a stick that does not take something says. @throws what is no fault of a disk */
function faultOf(error: unknown): NonNullable<FolderTrip['why']> {
  if (error instanceof NotReadBack) return 'not-read-back'
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
  return error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'stick-full' : 'stick-unwritable'
}

type Places = ReturnType<typeof onStick>

const isOurs = (name: string): boolean => readBatchName(name) !== null || [wishName, stateName].includes(name)
const isAnswer = (name: string): boolean => name === answerName

/** Whether a name is one of these, or of a half of such a file that was being written when the stick was pulled. */
const isOrWillBe = (name: string, known: (name: string) => boolean): boolean =>
  known(name) || (name.endsWith('.part') && known(name.slice(0, -'.part'.length)))

/** Names in this kiosk's folders that nothing of ours has: twins that macOS makes (`._…`), other people's files. */
async function strangersOn(stick: Disk, { up, down }: Places): Promise<string[]> {
  const [above, below] = [(await stick.list(up)).names, (await stick.list(down)).names]
  return [...above.filter((name) => !isOrWillBe(name, isOurs)), ...below.filter((name) => !isOrWillBe(name, isAnswer))]
}

/** Copies the hub's answer to this disk, and takes it in from there. */
async function takeDown(trip: Trip, stick: Disk, path: string): Promise<FolderTrip['answer']> {
  const { ground, hub, paths } = trip
  const bytes = await stick.read(path, mostAnswer)
  if (bytes === null) return 'none'
  await makeFolders(ground.disk, ground.profile, paths.folder)
  await putFile(ground.disk, paths.incoming, bytes)
  const copied = await ground.disk.read(paths.incoming, mostAnswer)
  const { ledger, now } = ground
  const text = new TextDecoder().decode(copied ?? new Uint8Array(0))
  const taken = takeAnswer({ ledger, hub, now: now(), way: 'folder' }, trip.state, text)
  await ground.disk.remove(paths.incoming)
  if (!taken) return 'unreadable'
  trip.state = taken.state
  return 'taken'
}

/** Takes away what the hub has, and what an earlier trip left half done. */
async function clear({ ground, outbox }: Trip, stick: Disk, up: string): Promise<void> {
  const integrated = ground.ledger.delivered('integrated')
  for (const name of (await stick.list(up)).names) {
    const batch = readBatchName(name)
    const half = name.endsWith('.part') && readBatchName(name.slice(0, -'.part'.length)) !== null
    if (half || (batch && batch.through <= integrated && outbox.isOurs(batch))) await stick.remove(join(up, name))
  }
}

async function putWish({ ground, paths }: Trip, stick: Disk, path: string): Promise<void> {
  const wish = await ground.disk.read(paths.wish, mostTaken)
  if (wish && !isEqual(await stick.read(path, mostTaken), wish)) await putFile(stick, path, wish)
}

/** Everything that has no receipt, as of the entry that is the last now: first what has to be written, then its writing. */
async function putBatches(trip: Trip, stick: Disk, up: string, progress: Progress): Promise<number> {
  const { ground, outbox } = trip
  const head = tripHead(ground.ledger)
  if (!head) return 0
  const sealing = sealingFor(trip)
  const missing: BatchName[] = []
  let [position, batches, total, done] = [ground.ledger.delivered('integrated'), 0, 0, 0]
  for (;;) {
    const batch = await outbox.next(sealing, head, position)
    if (!batch) break
    if (!isEqual(await stick.read(join(up, batchFileName(batch)), mostTaken), batch.sealed)) {
      missing.push({ from: batch.from, through: batch.through, hash: batch.hash })
      total += batch.sealed.length
    }
    position = batch.through
    batches++
  }
  progress(0, total)
  for (const batch of missing) {
    const sealed = await outbox.read(batch)
    if (!sealed) throw new Error('what was sealed a moment ago lies in the outbox')
    await putFile(stick, join(up, batchFileName(batch)), sealed, (bytes) => progress((done += bytes), total))
  }
  return batches
}
