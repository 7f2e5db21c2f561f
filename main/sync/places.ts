/**
 * Where things lie: on a stick, under `chot-sync`, a folder a kiosk with what goes up and what comes down; in a profile,
 * under `sync`. Names say what a file is, and nothing of any other name is looked at.
 */
import { join } from 'node:path'

/** Names of folders and files on a stick. FAT has no capital letters of its own, and Windows no colons. */
const stickFolder = 'chot-sync'

/** The folder that a stick's files of all kiosks lie in. */
export const stickRoot = (stick: string): string => join(stick, stickFolder)

/** What the folder of the authority's repository is called there: a hub puts it on, kiosks look for it, it is no kiosk's. */
export const trustName = 'trust'

/** Where a stick has the authority's repository, handed on as it is. */
export const trustOnStick = (stick: string): string => join(stickRoot(stick), trustName)

/** An enrolment's folders and files on a stick. */
export function onStick(stick: string, enrolment: string) {
  const folder = join(stickRoot(stick), enrolment)
  const [up, down] = [join(folder, 'up'), join(folder, 'down')]
  return { up, down, wish: join(up, wishName), state: join(up, stateName), answer: join(down, answerName) }
}

/** A kiosk's wish to be enrolled · how it is, without entries · what a hub answers. */
export const wishName = 'enrolment.chot'
export const stateName = 'state.chot'
export const answerName = 'answer.json'

/** Which folders on a stick are a kiosk's. */
export const isEnrolmentName = (name: string): boolean => /^[0-9a-f]{32}$/.test(name)

/** What a sealed batch is called: its first and its last entry, and the first digits of the last one's hash. */
export interface BatchName {
  from: number
  through: number
  hash: string
}

const digits = 12
const batchForm = /^(\d{12})-(\d{12})-([0-9a-f]{12})\.chot$/

/** The name of a batch's file; names of one journal stand in its order. */
export function batchFileName({ from, through, hash }: BatchName): string {
  const padded = [from, through].map((seq) => String(seq).padStart(digits, '0'))
  return `${padded.join('-')}-${hash.slice(0, digits)}.chot`
}

/** What a file's name says of the batch in it; null: it is no batch of ours. */
export function readBatchName(name: string): BatchName | null {
  const [, from, through, hash = ''] = batchForm.exec(name) ?? []
  const read = { from: Number(from), through: Number(through), hash }
  return hash !== '' && read.from >= 1 && read.through >= read.from ? read : null
}

/** Where sync keeps its own in a profile. Nothing of it is secret: batches are sealed, and the wish is. */
export function inProfile(profile: string) {
  const folder = join(profile, 'sync')
  const out = join(folder, 'out')
  return {
    folder,
    out,
    wish: join(folder, wishName),
    state: join(folder, 'state.json'),
    incoming: join(folder, 'in.json'),
  }
}
