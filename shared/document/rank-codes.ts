/**
 * Several codes in one picture, by what they are: beside a certificate there is often the web address of who issued it,
 * a product code, or a payment code on the same counter. The certificate answers.
 */
import { decode } from '../certificate/decode.ts'
import { guessWhatItIs, type GuessKind } from './guess.ts'
import { recogniseDocument } from './recognise.ts'

/** What a code is, the best first. */
export const codeRanks = ['certificate', 'document', 'unread-paper', 'other'] as const
export type CodeRank = (typeof codeRanks)[number]

/** What seems to be somebody's paper, though it cannot be read: a person is to show it again, or something else. */
const papers: ReadonlySet<GuessKind> = new Set([
  'certificate-family',
  'damaged-document',
  'headless-certificate',
  'travel-document',
  'mistyped',
  'identity-number',
])

/** One code and what it is. */
export interface RankedCode {
  text: string
  rank: CodeRank
}

function rankOf(text: string): CodeRank {
  if (decode(text)) return 'certificate'
  if (recogniseDocument(text)) return 'document'
  return papers.has(guessWhatItIs(text).kind) ? 'unread-paper' : 'other'
}

/** Whether a code is what a picture is opened for: with one of these it need not be looked at any closer. */
export function isSought(text: string): boolean {
  const rank = rankOf(text)
  return rank === 'certificate' || rank === 'document'
}

/**
 * The codes of one picture, each once, the best first; those of one rank keep their order.
 * @param texts as the reader found them, at most as many as it looks for
 */
export function rankCodes(texts: readonly string[]): RankedCode[] {
  return [...new Set(texts)]
    .map((text) => ({ text, rank: rankOf(text) }))
    .toSorted((one, other) => codeRanks.indexOf(one.rank) - codeRanks.indexOf(other.rank))
}

/** The codes that answer for the picture: all of the best rank that it has. The others are only said to be there. */
export function answeringCodes(texts: readonly string[]): string[] {
  const ranked = rankCodes(texts)
  return ranked.filter(({ rank }) => rank === ranked[0]?.rank).map(({ text }) => text)
}
