/** `chot verify FILE|FOLDER|TEXT…`: a verdict for each code in each argument. */
import type { CollectedParts } from '../../../shared/certificate/shc-chunks.ts'
import { rankCodes } from '../../../shared/document/rank-codes.ts'
import { outcomes, type Outcome } from '../../../shared/domain/finding/verdict.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { outcomeWords, say } from '../../../shared/language/say.ts'
import { quotedText, shownText } from '../../../shared/language/shown-text.ts'
import type { Terminal } from '../../terminal/index.ts'
import type { Circumstances } from '../../verify/index.ts'
import { givenCodes, type Given, type Unfound } from './given-codes.ts'
import { judgeCode } from './judge-code.ts'
import { practiceMark } from '../../../shared/language/practice-mark.ts'
import { verdictLine } from './verdict-line.ts'
import { verdictHead, verdictText } from './verdict-text.ts'

const unfound: Readonly<Record<Locale, Readonly<Record<Unfound, string>>>> = {
  vi: {
    'not-a-picture': 'không phải ảnh PNG, JPEG, WebP, BMP hay PGM. Chọn ảnh chụp hoặc ảnh màn hình của mã.',
    'too-large': 'kích thước ảnh quá lớn hoặc quá nhỏ. Chọn ảnh dưới 70 triệu điểm ảnh.',
    damaged: 'ảnh bị hỏng. Chụp hoặc lưu lại ảnh.',
    missing: 'không có tệp này. Xem lại đường dẫn.',
    unsupported: 'chưa đọc được loại ảnh {kind}. Lưu lại thành PNG hoặc JPEG.',
    'too-hard': 'ảnh này đọc quá lâu. Cắt lấy phần có mã, hoặc chụp lại.',
    unreadable: 'không đọc được. Kiểm tra quyền và ổ đĩa.',
    'no-file': 'không phải tệp hay thư mục. Chọn một ảnh.',
    'no-pictures': 'trong thư mục này không có ảnh nào. Chọn thư mục có ảnh chụp mã.',
    'no-code': 'không thấy mã nào trong ảnh. Chụp lại gần hơn, đủ sáng, cả lề trắng quanh mã.',
  },
  en: {
    'not-a-picture': 'not a PNG, JPEG, WebP, BMP or PGM picture. Give a photograph or screenshot of the code.',
    'too-large': 'the picture is too large or too small. Give one of under 70 million pixels.',
    damaged: 'the picture is damaged. Take or save it again.',
    missing: 'there is no such file. Check its path.',
    unsupported: 'pictures of the kind {kind} are not read. Save it as PNG or JPEG.',
    'too-hard': 'the picture takes too long to read. Cut out the part with the code, or take it again.',
    unreadable: 'it cannot be read. Check its permissions and the disk.',
    'no-file': 'neither a file nor a folder. Give a picture.',
    'no-pictures': 'there is no picture in this folder. Give one with pictures of codes.',
    'no-code': 'no code was found in the picture. Take it closer, well lit, with the white margin.',
  },
}

const summaryWords = { vi: 'Tổng cộng: {n}', en: 'Altogether: {n}' } as const

/** Characters of a text that was given, above its verdict: enough to tell it from the others. */
const longestText = 60

function shownName({ kind, name }: Given): string {
  if (kind !== 'text') return quotedText(name)
  const characters = Array.from(shownText(name))
  return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : characters.join('')
}

/** How many ended in which way: `2 HỢP LỆ · 1 KHÔNG HỢP LỆ`. */
function summary(found: readonly Outcome[], locale: Locale): string {
  const counts = outcomes.flatMap((outcome) => {
    const count = found.filter((each) => each === outcome).length
    return count > 0 ? [`${count} ${outcomeWords[locale][outcome]}`] : []
  })
  return `${summaryWords[locale].replace('{n}', counts.join(' · '))}\n`
}

/**
 * Verifies each argument, and answers the outcomes that count: of a picture those of its best rank, so that a web
 * address beside a certificate changes nothing.
 */
export async function verifyArguments(
  commandArguments: readonly string[],
  circumstances: Circumstances,
  json: boolean,
  { complain, drained, locale, print }: Pick<Terminal, 'complain' | 'drained' | 'locale' | 'print'>,
): Promise<Outcome[]> {
  const { mode } = circumstances.trust
  const found: Outcome[] = []
  let parts: CollectedParts | null = null
  let several = commandArguments.length > 1
  for await (const given of givenCodes(commandArguments)) {
    several ||= given.name !== commandArguments[0]
    if (given.kind === 'nothing') {
      found.push('unreadable')
      const why = say(locale, unfound[locale][given.why], { kind: given.picture ?? '' })
      complain(`chot: ${quotedText(given.name)}: ${why}\n`)
      continue
    }
    if (several && !json) print(`${shownName(given)}\n`)
    const codes = given.kind === 'text' ? [{ text: given.text, rank: 'other' }] : rankCodes(given.texts)
    for (const { text, rank } of codes) {
      const judged = judgeCode(text, parts, circumstances)
      ;({ parts } = judged)
      const { verdict } = judged
      const counts = rank === codes[0]?.rank
      if (counts) found.push(verdict.outcome)
      if (json) print(`${JSON.stringify(verdictLine(given.name, verdict, mode))}\n`)
      else print(counts ? verdictText(verdict, locale, mode) : `  + ${verdictHead(verdict, locale, mode)}`)
      await drained()
    }
  }
  if (several && !json) print(practiceMark(mode, locale) + summary(found, locale))
  return found
}
