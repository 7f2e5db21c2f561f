/** `chot rules test`: runs the tests that come with rules. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RuleProblem } from '../../../shared/rules/rule-set.ts'
import { runRuleTests } from '../../../shared/rules/rule-tests.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { readValueSets, type ValueSets } from '../../../shared/rules/value-sets.ts'
import { defineCommand, Failure, Reason, required, status, type Options } from '../../terminal/index.ts'
import { readJsonFile, readJsonLines, unreadable } from '../read-json.ts'

const words = {
  vi: {
    unusable: 'không dùng được các quy tắc:',
    failed: 'kiểm thử {place}',
    'test-malformed': 'kiểm thử sai dạng',
    'rule-missing': 'không có quy tắc của bản này',
    met: 'quy tắc được đáp ứng nhưng lẽ ra không',
    'not-met': 'quy tắc không được đáp ứng nhưng lẽ ra có',
    open: 'quy tắc còn để ngỏ nhưng lẽ ra được đáp ứng',
  },
  en: {
    unusable: 'the rules cannot be used:',
    failed: 'test {place}',
    'test-malformed': 'the test is malformed',
    'rule-missing': 'there is no such rule of that version',
    met: 'the rule is met and should not be',
    'not-met': 'the rule is not met and should be',
    open: 'the rule stays open and should be met',
  },
} as const

/** Every value set in a folder, one document a file. */
function readFolder(folder: string): ValueSets {
  let files: string[]
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  } catch (error) {
    throw unreadable(folder, error)
  }
  const answer = readValueSets(files.map((file) => readJsonFile(join(folder, file))))
  if (answer.ok) return answer.valueSets
  throw new Failure(
    'no-value-set',
    {
      vi: '{file} không phải bộ giá trị: {why}. Sửa tệp rồi chạy lại.',
      en: '{file} is no value set: {why}. Put the file right and run this again.',
    },
    { file: join(folder, files[answer.place] ?? '') },
    { status: status.input, cause: new Reason(answer.why) },
  )
}

/** What keeps rules from being run, in one line. */
export function problemLine({ rule, at, why }: RuleProblem, locale: Locale): string {
  return [rule, at, why[locale]].filter(Boolean).join(' ')
}

const options = {
  rules: {
    type: 'string',
    value: 'FILE.jsonl',
    says: { vi: 'các quy tắc, mỗi dòng một quy tắc', en: 'the rules, one a line' },
  },
  tests: {
    type: 'string',
    value: 'FILE.jsonl',
    says: { vi: 'các kiểm thử, mỗi dòng một kiểm thử', en: 'the tests, one a line' },
  },
  'value-sets': {
    type: 'string',
    value: 'DIR',
    says: { vi: 'thư mục các bộ giá trị (mặc định: không có)', en: 'a folder of value sets (default: none)' },
  },
} as const satisfies Options

export const rulesTest = defineCommand({
  summary: { vi: 'chạy các kiểm thử đi kèm quy tắc', en: 'runs the tests that come with rules' },
  about: {
    vi: 'Chạy các kiểm thử đi kèm quy tắc CertLogic, liệt kê kiểm thử không đạt, kết thúc bằng dòng "N passed, N failed".',
    en: 'Runs the tests that come with CertLogic rules, lists those that fail, and ends with "N passed, N failed".',
  },
  options,
  statuses: {
    0: { vi: 'tất cả đều đạt', en: 'all passed' },
    1: { vi: 'có kiểm thử không đạt, hoặc quy tắc không dùng được', en: 'a test failed, or the rules cannot be used' },
  },
  async run(_words, values, { complain, locale, print }) {
    const rules = readJsonLines(required(values.rules, '--rules FILE.jsonl'))
    const tests = readJsonLines(required(values.tests, '--tests FILE.jsonl'))
    const valueSets = values['value-sets'] === undefined ? {} : readFolder(values['value-sets'])
    const run = runRuleTests(rules, tests, valueSets)
    const word = words[locale]
    if (!run.ok) {
      complain(`chot: ${word.unusable}\n`)
      for (const problem of run.problems) complain(`  ${shownText(problemLine(problem, locale))}\n`)
      return 1
    }
    for (const { place, rule, test, reason, detail } of run.failures) {
      const which = `${say(locale, word.failed, { place: place + 1 })} ${shownText(`${rule} ${test}`)}`
      print(`${which}: ${word[reason]}${detail === '' ? '' : ` (${shownText(detail)})`}\n`)
    }
    // The same in every language: programs read it.
    print(`${run.passed} passed, ${run.failed} failed\n`)
    return run.failed > 0 ? 1 : 0
  },
})
