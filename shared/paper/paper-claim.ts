/**
 * What the code on a printed paper says of it, to be signed by the kiosk that prints: whose paper it is, of what time, the
 * totals that stand on it. A person compares what the kiosk reads out with what the paper says.
 */
import * as v from 'valibot'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const instant = v.pipe(v.number(), v.safeInteger())
/** No name of a post or a kiosk is longer (UTF-16 units); one that is, is cut where the claim is made. */
export const longestName = 80
const name = v.pipe(v.string(), v.maxLength(longestName))
const practice = v.picklist([0, 1])

/** The papers that have pages. */
export const pagedPapers = ['report', 'handover', 'trace'] as const
export type PagedPaper = (typeof pagedPapers)[number]

/** One page of a paper. Instants are epoch milliseconds, to the second on paper. */
export interface PageClaim {
  paper: PagedPaper
  practice: boolean
  post: string
  lane: string
  kiosk: string
  madeAt: number
  /** What happened from … (inclusive) to … (exclusive). */
  from: number
  to: number
  /** The last entry that is in it, and the beginning of its hash (16 hexadecimal digits). */
  head: { seq: number; hash: string }
  /** From 1; how many there are, all appendices counted. */
  page: number
  pages: number
  crossings: number
  people: number
  /** Null: the paper does not tell them apart. */
  apart: { in: number; out: number; admitted: number; refused: number; referred: number } | null
}

/** A slip that somebody was handed. */
export interface SlipClaim {
  paper: 'slip'
  practice: boolean
  post: string
  lane: string
  kiosk: string
  /** When it was decided. */
  madeAt: number
  number: string
  decision: 'refused' | 'referred'
}

export type PaperClaim = PageClaim | SlipClaim

/** Short, for a code that a webcam is to read: no names of members, whole seconds. */
const whole = [practice, name, name, name, instant] as const
const pageSchema = v.tuple([
  v.picklist(pagedPapers),
  ...whole,
  instant,
  instant,
  count,
  v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  count,
  count,
  count,
  count,
  v.nullable(v.tuple([count, count, count, count, count])),
])
const slipSchema = v.tuple([v.literal('slip'), ...whole, name, v.picklist(['refused', 'referred'])])

const seconds = (at: number): number => Math.floor(at / 1000)
const fit = (text: string): string => text.slice(0, longestName)

/** A claim as the text that is signed. */
export function paperBody(claim: PaperClaim): string {
  const { paper, post, lane, kiosk, madeAt } = claim
  const begun = [paper, claim.practice ? 1 : 0, fit(post), fit(lane), fit(kiosk), seconds(madeAt)]
  if (claim.paper === 'slip') return JSON.stringify([...begun, fit(claim.number), claim.decision])
  const { from, to, head, page, pages, crossings, people, apart } = claim
  const parted = apart && [apart.in, apart.out, apart.admitted, apart.refused, apart.referred]
  const hash = head.hash.slice(0, 16)
  return JSON.stringify([...begun, seconds(from), seconds(to), head.seq, hash, page, pages, crossings, people, parted])
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** A claim from its text; null where the text is none. */
export function readPaperBody(body: string): PaperClaim | null {
  const said = parsed(body)
  const page = v.safeParse(pageSchema, said)
  if (page.success) {
    const [paper, isPractice, post, lane, kiosk, made, from, to, seq, hash, number, pages, crossings, people, parted] =
      page.output
    const [entered = 0, left = 0, admitted = 0, refused = 0, referred = 0] = parted ?? []
    return {
      paper,
      practice: isPractice === 1,
      post,
      lane,
      kiosk,
      madeAt: made * 1000,
      from: from * 1000,
      to: to * 1000,
      head: { seq, hash },
      page: number,
      pages,
      crossings,
      people,
      apart: parted && { in: entered, out: left, admitted, refused, referred },
    }
  }
  const slip = v.safeParse(slipSchema, said)
  if (!slip.success) return null
  const [paper, isPractice, post, lane, kiosk, made, number, decision] = slip.output
  return { paper, practice: isPractice === 1, post, lane, kiosk, madeAt: made * 1000, number, decision }
}
