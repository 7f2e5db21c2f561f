/** What a check of a journal can find: where it does not agree with itself, or with what vouches for it. */
import * as v from 'valibot'
import { endSchema } from './end.ts'

/** Why an entry does not fit the chain, or what erasures say of it. */
const misfits = [
  'out-of-order',
  'not-chained',
  'header-altered',
  'payload-altered',
  /** Gone, and no entry says that it was erased. */
  'payload-missing',
  /** There, and an entry says that it was erased. */
  'payload-returned',
  /** It is what was hashed, and is no content that an entry of its kind has: Chốt did not write it. */
  'payload-unreadable',
  /** It names an officer, and has lost their signature. */
  'unsigned',
  /** The signature beside it is not of the officer's key, or stands where nobody is named. */
  'signature-forged',
  /** The signature is of a key that this officer did not have then. */
  'signer-unknown',
] as const
export type Misfit = (typeof misfits)[number]

/** Why the signed heads and the chain do not agree. */
const headFaults = [
  /** The kiosk never signed this head. */
  'head-forged',
  /** The kiosk has signed another entry of this number. */
  'not-as-signed',
  /** The kiosk has signed entries from this one on, and the journal ends before it. */
  'truncated',
  /** So many lines of heads.jsonl hold no head. */
  'heads-damaged',
  /** Of the journal and heads.jsonl only one has this head. */
  'head-lost',
  /** It says that the kiosk's keys change, and is not signed by the old one and the new one. */
  'keys-forged',
  /** The kiosk's own keys are not those that its entries say: an older page was put back. */
  'keys-lost',
  /** A hub's receipt for this entry is not what that hub signed, or speaks of other entries. */
  'receipt-forged',
] as const

/** Why there is no mark of the end to compare with; the number is that of the last entry. */
const markFaults = [
  'mark-missing',
  'mark-damaged',
  /** It is older than what was vouched for since; the number is that of the entry that it vouches for. */
  'mark-old',
] as const

/** Why the crossing that is being built is not believed. */
const draftFaults = [
  /** This entry replaced it, and it is there again. */
  'draft-old',
  /** It was kept behind another entry of this number. */
  'draft-misplaced',
] as const

/** Why the mark of the end and the chain do not agree. */
const endFaults = [
  /** The mark vouches for entries from this one on, and the journal ends before it. */
  'cut-off',
  /** The mark vouches for another entry of this number. */
  'not-as-vouched',
  /** The same two, of the mark in the folder of this user's settings, which no copy of a profile brings along. */
  'cut-off-far',
  'not-as-vouched-far',
] as const

/** Why a row does not agree with the entry that it is derived from. */
const rowFaults = [
  'row-missing',
  'row-altered',
  /** There, and no entry leads to it. */
  'row-unfounded',
] as const
export type RowFault = (typeof rowFaults)[number]

/** What is derived from entries. */
const derivedTables = [
  'scans',
  'crossings',
  'crossing_changes',
  'entry_times',
  'erased_counts',
  'erased_crossings',
  'delivered',
  'search',
  'indices',
] as const
export type DerivedTable = (typeof derivedTables)[number]

/** How the schema of the journal's file differs from the one of its format. */
const schemaFaults = ['added', 'altered', 'missing'] as const

/** What differs in a schema, by its kind and its name ("trigger x"): of something added, the name is whoever's who added it. */
const schemaFaultEntries = { object: v.pipe(v.string(), v.maxLength(80)), fault: v.picklist(schemaFaults) }
const schemaFaultSchema = v.object(schemaFaultEntries)
export type SchemaFault = v.InferOutput<typeof schemaFaultSchema>

const seq = v.number()

/** One thing that does not agree, by the number of the entry that it is about; 0: of none in particular. Names nobody. */
export const discordSchema = v.variant('why', [
  v.object({ why: v.picklist([...misfits, ...headFaults, ...markFaults, ...draftFaults]), seq }),
  v.object({ why: v.picklist(endFaults), seq, vouched: endSchema }),
  v.object({ why: v.picklist(rowFaults), seq, table: v.picklist(derivedTables) }),
  /** What the disk gives cannot be read from this entry on: it is damaged, or was not written by this journal. */
  v.object({ why: v.literal('unreadable'), seq }),
  /** Pages of the file do not belong together, though each can be read: a row is there twice, or a search misses it. */
  v.object({ why: v.literal('file-inconsistent'), seq }),
  /** The file's tables are not those that Chốt makes: nothing in it is read or written then. */
  v.object({ why: v.literal('schema-altered'), seq, ...schemaFaultEntries }),
])
export type Discord = v.InferOutput<typeof discordSchema>

/** Whether `chot journal rebuild` mends it: what is derived can be made anew, entries cannot. */
export function isMendable(discord: Discord): boolean {
  return 'table' in discord || discord.why === 'heads-damaged' || discord.why === 'head-lost'
}

/** Whether it says that entries are lost, which nothing found later can take back. */
export const isLoss = (discord: Discord): boolean => 'vouched' in discord
