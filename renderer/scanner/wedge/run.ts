/**
 * A run of characters from the keyboard, and whether a scanner typed it. It is cut into stretches where the next key
 * was more than a hand's shortest gap away; a scan may begin with any of them.
 */
import { beginsLikeCode, longestBeginning, mayBeginCode } from '../../../shared/document/code-beginnings.ts'
import type { FieldText } from './field-text.ts'
import { lostCharacter, type KeyPress } from './keys.ts'

/** Largest gap between two keys of one stretch. Milliseconds, as all times here. */
export const largestGap = 50

/** A scanner may stumble for this long among the characters of a scan. */
export const largestStumble = 250

/** Eight characters at this mean gap are a scanner's: the quickest hands need 40 over a few keys. */
const scannersPace = 30
const fewestAtPace = 8

/** At gaps that a hand may reach in a spurt, more are wanted than a plate has. */
const fewestInStretch = 12

/** Longest scan kept; the rest of a longer one is dropped and the scan says so by its length. */
export const longestScan = 20_000

/** Where a stretch begins. */
interface Start {
  index: number
  at: number
  /** Since the key before it. */
  gap: number
  before: FieldText | null
}

export interface Run {
  text: string
  /** The same by the places of the keys on a US keyboard. */
  places: string
  /** The stretches that a scan may begin with, the latest last. */
  starts: readonly Start[]
  /** Where the scanner's text begins; null while it is not clear that a scanner is typing. */
  begin: Start | null
  /** It begins as a known code does. */
  known: boolean
  /** An input method was between keyboard and page: it kept characters, or took some back. */
  method: 'kept' | 'took-back' | null
}

export const noRun: Run = { text: '', places: '', starts: [], begin: null, known: false, method: null }

/** A scan as it arrived. `fault`: characters of it are missing, or were changed by an input method. */
export interface ScanRead {
  text: string
  fault: ScanFault | null
}

export type ScanFault = 'letters-lost' | 'input-method'

/** The run with one more character, `gap` after the key before it. `prefix`: what this scanner puts before each scan. */
export function addCharacter(run: Run, pressed: KeyPress, gap: number, prefix: string): Run {
  const { key, place, at, ofMethod, before } = pressed
  if (run.text.length >= longestScan) return run
  const index = run.text.length
  const goesOn = run.begin !== null || (index > 0 && gap <= largestGap)
  const added: Run = {
    ...run,
    text: run.text + key,
    places: run.places + (key.length === 1 ? (place ?? key) : key),
    starts: goesOn ? run.starts : [...run.starts.filter((start) => mayBegin(start, index)), { index, at, gap, before }],
    method: run.method ?? (ofMethod ? 'kept' : null),
  }
  if (run.known) return added
  const known = knownStart(added, at, prefix)
  if (known) return { ...added, begin: known, known: true }
  return run.begin || !hasScannersPace(added, at) ? added : { ...added, begin: beginByPace(added) }
}

/** Whether a stretch is still short enough for what follows to show how it begins. */
const mayBegin = ({ index }: Start, length: number): boolean => length - index <= longestBeginning

/**
 * The stretch that begins as a known code. Where two do (a card's number begins within an insurance card's), it is the
 * first, or the last where a hand typed before it: a scanner stumbles once, a hand at every key.
 */
function knownStart(run: Run, at: number, prefix: string): Start | null {
  const { text, starts } = run
  const open = starts.filter((start) => mayBegin(start, text.length - 1) && isKnown(run, start, prefix))
  const [first = null] = open
  const last = starts.at(-1)
  if (!first || !last || !open.includes(last) || !hasScannersPace(run, at)) return first
  const keys = last.index - first.index
  return keys > 1 && starts.length - 1 - starts.indexOf(first) === keys ? last : first
}

const isKnown = ({ text, places }: Run, { index }: Start, prefix: string): boolean =>
  begins(text.slice(index), prefix) || begins(places.slice(index), prefix)

const begins = (text: string, prefix: string): boolean =>
  (prefix !== '' && text.startsWith(prefix)) || beginsLikeCode(text.slice(0, longestBeginning))

/** Whether what has come of a scan may yet turn out to begin as a known code, with one of its stretches. */
export const mayBecomeKnown = ({ text, places, starts }: Run, prefix: string): boolean =>
  starts.some(({ index }) => mayGoOn(text.slice(index), prefix) || mayGoOn(places.slice(index), prefix))

const mayGoOn = (text: string, prefix: string): boolean => prefix.startsWith(text) || mayBeginCode(text)

function hasScannersPace({ text, starts }: Run, at: number): boolean {
  const start = starts.at(-1)
  if (!start) return false
  const count = text.length - start.index
  return count >= fewestInStretch || (count >= fewestAtPace && at - start.at <= (count - 1) * scannersPace)
}

/** The stretch at a scanner's pace, and the one before it where the scanner has stumbled once since it began. */
function beginByPace({ starts }: Run): Start | null {
  const [first, second, ...others] = starts
  const stumbled = others.length === 0 && first?.index === 0 && second !== undefined && second.gap <= largestStumble
  return (stumbled ? first : starts.at(-1)) ?? null
}

/** The mean gap of a scan that ended at `at`. */
export function paceOf({ text, begin }: Run, at: number): number {
  return begin ? (at - begin.at) / Math.max(text.length - begin.index, 1) : 0
}

/**
 * The scan of a run. What the keys' places say is taken where the characters are none of a code we know, or are not
 * whole, and the places are both.
 */
export function readRun({ text, places, begin, method }: Run, prefix: string): ScanRead {
  const from = begin?.index ?? 0
  const typed = text.slice(from)
  const placed = places.slice(from)
  const isRight = (each: string): boolean => begins(each, prefix) && !each.includes(lostCharacter)
  const chosen = !isRight(typed) && isRight(placed) ? placed : typed
  const read = prefix !== '' && chosen.startsWith(prefix) ? chosen.slice(prefix.length) : chosen
  if (method === 'took-back') return { text: read, fault: 'input-method' }
  if (!read.includes(lostCharacter)) return { text: read, fault: null }
  return { text: read, fault: method === 'kept' ? 'input-method' : 'letters-lost' }
}
