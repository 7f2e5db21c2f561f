/**
 * How a command of `chot` or `chot-authority` can end: the one table of exit statuses, for the code, the help and
 * docs/exit-statuses.md. 0 to 3 answer what was asked, each command saying what they mean for it. The others say that
 * there is no answer, with the numbers that BSD's sysexits.h and the shells use, so that none of them is ever taken for
 * a verdict.
 */
import { locales, type Sentences } from '../../shared/language/locale.ts'

/** Exit statuses by what they mean. */
export const status = {
  done: 0,
  no: 1,
  check: 2,
  unreadable: 3,
  usage: 64,
  input: 66,
  fault: 70,
  system: 71,
  output: 74,
  setup: 78,
  unread: 141,
} as const

export type Status = (typeof status)[keyof typeof status]

/** What each status means, whichever command ended with it. */
export const statusWords: Readonly<Record<Status, Sentences>> = {
  0: { vi: 'xong; với verify: mọi mã đều hợp lệ', en: 'done; for verify: every code is valid' },
  1: {
    vi: 'không đạt hoặc bị từ chối; với verify: có mã không hợp lệ',
    en: 'it does not hold, or was refused; for verify: a code is not valid',
  },
  2: {
    vi: 'chỉ verify và export verify: cần kiểm tra, ở đây không kết luận được',
    en: 'verify and export verify only: to be checked, it cannot be concluded here',
  },
  3: {
    vi: 'chỉ verify: có mã, ảnh hoặc tệp không đọc được',
    en: 'verify only: a code, picture or file cannot be read',
  },
  64: { vi: 'gọi lệnh sai cách', en: 'wrong usage' },
  66: {
    vi: 'tệp hoặc thư mục đã nêu không đọc được hoặc không đúng loại',
    en: 'a file or folder that was named cannot be read, or is not what it must be',
  },
  70: { vi: 'lỗi của chương trình', en: 'a fault in the program' },
  71: {
    vi: 'hệ điều hành từ chối: đĩa, quyền truy cập hoặc mạng',
    en: 'the operating system refused: disk, permission or network',
  },
  74: { vi: 'không ghi được kết quả ra, ví dụ đĩa đầy', en: 'the output cannot be written, a full disk for one' },
  78: {
    vi: 'hồ sơ của chốt hoặc thư mục cơ quan phát hành chưa thiết lập, đang được dùng, bị hỏng hoặc không mở khóa được',
    en: 'the profile, or the authority’s folder, is not set up, in use, damaged or not unlocked',
  },
  141: {
    vi: 'bên nhận kết quả đã ngừng đọc (như khi nối với "head"); không phải lỗi',
    en: 'whoever read the output has stopped (as "head" does); nothing is wrong',
  },
}

/** Every status with its sentence in every language, as Markdown: docs/exit-statuses.md is this text. */
export function statusesPage(): string {
  const rows = Object.entries(statusWords).map(
    ([code, words]) => `| ${code} | ${locales.map((locale) => words[locale]).join(' | ')} |\n`,
  )
  return `# Exit statuses

How the commands \`chot\` and \`chot-authority\` end. A command's own page (\`chot help COMMAND\`) says what 0 to 3 mean for
it; \`verify --jsonl\` answers 0 whatever the verdicts are, which stand in its lines. Several codes: 1 goes before 2, and 2
before 3. From 64 on there is no answer: the numbers are those of BSD's sysexits.h, and 141 is what a shell reports of a
closed pipe, as it reports 130 of Ctrl+C. This page is what \`npx chot help statuses\` prints.

| status | tiếng Việt | English |
|---|---|---|
${rows.join('')}`
}
