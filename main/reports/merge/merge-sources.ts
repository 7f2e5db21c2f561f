/**
 * Crossings of several exports in the order of their time, none twice: kiosk, epoch and number name a crossing once and for
 * all. Of two exports of one kiosk the later one knows more: what it has too is taken from it, and what it would have to have
 * and has not was voided or moved since.
 */
import type { ReportedCrossing } from '../../../shared/domain/crossing/reported-crossing.ts'

/** One export, read as often as `read` is called. Instants are epoch milliseconds. */
export interface MergeSource {
  kiosk: string
  /** The time that it is of, from … (inclusive) to … (exclusive). */
  from: number
  to: number
  /** The entry that gave it out: of one kiosk's, the higher is the later. */
  issued: number
  issuedAt: number
  /** Whether content of that time was erased before: then what is not in it may have been there. */
  erased: boolean
  read: () => AsyncIterable<ReportedCrossing>
}

/** What was left out, since a later export says otherwise. */
export interface LeftOut {
  /** Taken from the later one. */
  twice: number
  /** No longer in the later one. */
  gone: number
}

const nameOf = ({ epoch, seq }: ReportedCrossing): string => `${epoch} ${seq}`

/** A source with what a later one of its kiosk needs to be compared with it. */
interface Known {
  source: MergeSource
  later: { source: MergeSource; names: ReadonlySet<string> }[]
}

const isLater = (one: MergeSource, other: MergeSource): boolean =>
  one.issuedAt > other.issuedAt || (one.issuedAt === other.issuedAt && one.issued > other.issued)

async function namesIn(source: MergeSource): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  for await (const each of source.read()) names.add(nameOf(each))
  return names
}

/** Each source with all later ones of its kiosk. Only those that another is compared with are read for it. */
async function know(sources: readonly MergeSource[]): Promise<Known[]> {
  const names = new Map<MergeSource, ReadonlySet<string>>()
  const known: Known[] = []
  for (const source of sources) {
    const later: Known['later'] = []
    for (const other of sources) {
      if (other === source || other.kiosk !== source.kiosk || !isLater(other, source)) continue
      const inOther = names.get(other) ?? (await namesIn(other))
      names.set(other, inOther)
      later.push({ source: other, names: inOther })
    }
    known.push({ source, later })
  }
  return known
}

/** @param leftOut is counted up */
async function* ownOf({ source, later }: Known, leftOut: LeftOut): AsyncGenerator<ReportedCrossing> {
  for await (const each of source.read()) {
    const name = nameOf(each)
    if (later.some(({ names }) => names.has(name))) leftOut.twice += 1
    else if (later.some(({ source: { from, to, erased } }) => !erased && each.at >= from && each.at < to))
      leftOut.gone += 1
    else yield each
  }
}

const isBefore = (one: ReportedCrossing, other: ReportedCrossing): boolean =>
  one.at !== other.at ? one.at < other.at : one.kiosk !== other.kiosk ? one.kiosk < other.kiosk : one.seq < other.seq

/** Crossings that are handed on at a time. */
const inOneRun = 500

/** Merges them. What was left out is known once all is taken. */
export function mergeSources(sources: readonly MergeSource[]): {
  crossings: AsyncGenerator<ReportedCrossing[]>
  leftOut: LeftOut
} {
  const leftOut = { twice: 0, gone: 0 }
  return { crossings: merged(sources, leftOut), leftOut }
}

async function* merged(sources: readonly MergeSource[], leftOut: LeftOut): AsyncGenerator<ReportedCrossing[]> {
  const streams = (await know(sources)).map((each) => ownOf(each, leftOut))
  const next = await Promise.all(streams.map(async (stream) => ({ stream, head: await stream.next() })))
  let run: ReportedCrossing[] = []
  for (;;) {
    let first: (typeof next)[number] | null = null
    let least: ReportedCrossing | null = null
    for (const each of next) {
      if (each.head.done || (least !== null && !isBefore(each.head.value, least))) continue
      ;[first, least] = [each, each.head.value]
    }
    if (first === null || least === null) break
    run.push(least)
    first.head = await first.stream.next()
    if (run.length < inOneRun) continue
    yield run
    run = []
  }
  if (run.length > 0) yield run
}
