/**
 * A stick or shared folder at the hub: everything that kiosks have put on it is taken in, and each finds its answer there.
 * A file is read once and used as it was read; one that is broken stops no other; only the kiosk takes its own files away.
 */
import { join, relative } from 'node:path'
import type { Answer, Refusal } from '../shared/sync/answer.ts'
import { mostTaken } from '../shared/sync/limits.ts'
import { signRefused } from '../shared/sync/refusal.ts'
import { readSealed } from '../shared/sync/seal.ts'
import {
  FolderReplaced,
  isEnrolmentName,
  makeFolders,
  onStick,
  putFile,
  readBatchName,
  stateName,
  stickRoot,
  trustName,
  wishName,
  type Disk,
} from '../main/sync/index.ts'
import type { HubGround } from './ground.ts'
import { readHeads } from './ingest/heads.ts'
import { ingest } from './ingest/ingest.ts'
import { receiptsOf } from './ingest/receipts.ts'
import { readKiosk } from './kiosks/kiosk-row.ts'
import { takeWish } from './kiosks/enrol.ts'

/** What came of one file. */
export interface TakenFile {
  enrolment: string
  file: string
  /** Null: it was taken, or was here already. */
  why: Refusal | null
}

/** What came of a stick. */
export interface TakenStick {
  files: TakenFile[]
  /** Names that nothing of ours has. */
  strangers: string[]
  /** Folders that have more names than are looked at: what lies behind those was not taken. */
  crowded: string[]
  /** Kiosks that find an answer on it now. */
  answered: number
}

/** Takes a stick in. @throws where the database does not answer, or the stick does not take the answers */
export async function takeStick(ground: HubGround, stick: Disk, folder: string): Promise<TakenStick> {
  const taken: TakenStick = { files: [], strangers: [], crowded: [], answered: 0 }
  const { names, more } = await stick.list(stickRoot(folder))
  if (more) taken.crowded.push(stickRoot(folder))
  for (const name of names.toSorted()) {
    if (isEnrolmentName(name)) await takeKiosk(ground, stick, folder, name, taken)
    else if (name !== trustName) taken.strangers.push(name)
  }
  return taken
}

async function takeKiosk(
  ground: HubGround,
  stick: Disk,
  folder: string,
  enrolment: string,
  taken: TakenStick,
): Promise<void> {
  const places = onStick(folder, enrolment)
  const { names, more } = await stick.list(places.up)
  if (more) taken.crowded.push(places.up)
  const batches = names.filter((name) => readBatchName(name) !== null).toSorted()
  let said: Answer | null = null
  const take = async (file: string, act: (bytes: Uint8Array) => Promise<Answer>): Promise<void> => {
    const bytes = await stick.read(join(places.up, file), mostTaken)
    const answer = bytes && (await act(bytes))
    taken.files.push({ enrolment, file, why: answer ? (answer.refused?.why ?? null) : 'unreadable' })
    // The first reason stands: what follows a gap or a fork is refused for its sake. What another kiosk's file comes to is
    // no word about this one, whoever put it here.
    if (answer && !said?.refused && isFor(enrolment, bytes)) said = { ...said, ...answer }
  }
  if (names.includes(wishName)) await take(wishName, (bytes) => takeWish(ground, bytes))
  for (const name of batches) await take(name, (bytes) => ingest(ground, bytes, 'stick'))
  if (names.includes(stateName)) await take(stateName, (bytes) => ingest(ground, bytes, 'stick'))
  taken.strangers.push(
    ...names
      .filter((name) => readBatchName(name) === null && name !== wishName && name !== stateName)
      .map((name) => `${enrolment}/${name}`),
  )
  if (said === null) return
  // One that is not enrolled is told why; it has nothing else to hear.
  const { refused } = said as Answer
  if (!refused && (await readKiosk(ground.pool, enrolment))?.signKey == null) return
  try {
    await makeFolders(stick, folder, places.down)
  } catch (error) {
    if (!(error instanceof FolderReplaced)) throw error
    taken.strangers.push(relative(stickRoot(folder), error.path))
    return
  }
  await putFile(stick, places.answer, new TextEncoder().encode(JSON.stringify(await answerTo(ground, enrolment, said))))
  taken.answered++
}

/** Whether a file is of an enrolment, as far as it says whose it is. */
function isFor(enrolment: string, bytes: Uint8Array): boolean {
  const file = readSealed(bytes)
  return typeof file === 'string' || file.outer.enrolment === enrolment
}

/** What a kiosk finds: a receipt for each of its epochs, whatever this stick brought, and why what it brought was not taken. */
async function answerTo({ pool, keys, now }: HubGround, enrolment: string, said: Answer): Promise<Answer> {
  const receipts = receiptsOf(keys, await readHeads(pool, enrolment))
  const { refused } = said
  const at = now()
  const refusal = refused && {
    refusal: signRefused(
      { hub: keys.hub, enrolment, why: refused.why, ...(refused.seq !== undefined && { seq: refused.seq }), at },
      keys.sign,
    ),
  }
  return { ...said, receipts, sealing: keys.sealing, ...refusal, now: at }
}
