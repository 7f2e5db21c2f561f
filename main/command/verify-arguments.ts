/** `chot verify FILE|TEXT…`: a verdict for each code in each argument. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Outcome, Verdict } from '../../shared/domain/verdict.ts'
import { readImage } from '../images/index.ts'
import type { Terminal } from '../terminal/index.ts'
import type { Circumstances } from '../verify/index.ts'
import { judgeCode, type Judged } from './judge-code.ts'
import { verdictLine } from './verdict-line.ts'
import { verdictText } from './verdict-text.ts'

const unopened = {
  vi: {
    'not-a-picture': 'không phải ảnh PNG, JPEG, WebP, BMP hay PGM. Chọn ảnh chụp hoặc ảnh màn hình của mã.',
    'too-large': 'kích thước ảnh quá lớn hoặc quá nhỏ. Chọn ảnh dưới 70 triệu điểm ảnh.',
    damaged: 'ảnh bị hỏng. Chụp hoặc lưu lại ảnh.',
    missing: 'không có tệp này. Xem lại đường dẫn.',
    unsupported: 'chưa đọc được loại ảnh {name}. Lưu lại thành PNG hoặc JPEG.',
    'too-hard': 'ảnh này đọc quá lâu. Cắt lấy phần có mã, hoặc chụp lại.',
    none: 'không thấy mã nào trong ảnh. Chụp lại gần hơn, đủ sáng, cả lề trắng quanh mã.',
  },
  en: {
    'not-a-picture': 'not a PNG, JPEG, WebP, BMP or PGM picture. Give a photograph or screenshot of the code.',
    'too-large': 'the picture is too large or too small. Give one of under 70 million pixels.',
    damaged: 'the picture is damaged. Take or save it again.',
    missing: 'there is no such file. Check its path.',
    unsupported: 'pictures of the kind {name} are not read. Save it as PNG or JPEG.',
    'too-hard': 'the picture takes too long to read. Cut out the part with the code, or take it again.',
    none: 'no code was found in the picture. Take it closer, well lit, with the white margin.',
  },
} as const

/** A code's text is longer than any file's name may be, which `existsSync` answers and `statSync` throws about. */
function isFile(argument: string): boolean {
  return existsSync(argument) && statSync(argument).isFile()
}

const looksLikePicture = /\.(png|jpe?g|webp|bmp|pgm)$/i

async function textsOf(
  argument: string,
): Promise<{ texts: string[] } | { why: keyof (typeof unopened)['vi']; name?: string }> {
  if (!isFile(argument)) return looksLikePicture.test(argument) ? { why: 'missing' } : { texts: [argument] }
  const answer = await readImage(readFileSync(argument))
  if (!answer.ok) return answer
  return answer.texts.length > 0 ? answer : { why: 'none' }
}

/** Verifies each argument, a file's path or a code's text, and answers the outcomes. */
export async function verifyArguments(
  commandArguments: readonly string[],
  circumstances: Circumstances,
  json: boolean,
  { complain, drained, locale, print }: Pick<Terminal, 'complain' | 'drained' | 'locale' | 'print'>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let parts: Judged['parts'] = null
  const show = (argument: string, verdict: Verdict): void => {
    outcomes.push(verdict.outcome)
    print(json ? `${JSON.stringify(verdictLine(argument, verdict))}\n` : verdictText(verdict, locale))
  }
  for (const argument of commandArguments) {
    const found = await textsOf(argument)
    if ('why' in found) {
      outcomes.push('unreadable')
      complain(`chot: ${argument}: ${unopened[locale][found.why].replace('{name}', found.name ?? '')}\n`)
      continue
    }
    for (const text of found.texts) {
      const judged = judgeCode(text, parts, circumstances)
      ;({ parts } = judged)
      show(argument, judged.verdict)
      await drained()
    }
  }
  return outcomes
}
