/** What a schema (valibot) did not take, in a person's words: data files are written by people. */
import type * as v from 'valibot'
import type { Sentences } from './locale.ts'

/** What our own schemas say in English, where valibot's kinds of checks say too little. */
const ours: ReadonlyMap<string, string> = new Map([
  ['the steps of an age ladder must rise', 'các mốc giờ phải tăng dần'],
  ['is not a name in lower case with hyphens', 'phải là tên viết thường không dấu, nối bằng gạch ngang'],
  ['is not in the order of its dates', 'phải xếp theo thứ tự ngày'],
  ['is not an ISO 3166 country code', 'phải là mã nước ISO 3166 hai chữ hoa, như "VN"'],
  ['is not a version of three numbers', 'phải là phiên bản gồm ba số, như "1.0.0"'],
  ['is not a date and time with its zone', 'phải là ngày giờ có múi giờ, như "2021-10-04T07:30:00+07:00"'],
  ['is not a language code', 'phải là mã ngôn ngữ, như "vi"'],
  ['repeats a language', 'có một ngôn ngữ hai lần'],
  ['is not a rule identifier', 'phải là mã quy tắc, như "TR-VN-0001"'],
  ['ends before it begins', 'kết thúc trước khi bắt đầu'],
])

const object = { vi: 'phải là một đối tượng JSON trong ngoặc nhọn', en: 'must be a JSON object in braces' }

/** By valibot's kind of schema or check; those that need no number. */
const kinds: Readonly<Record<string, Sentences>> = {
  number: { vi: 'phải là số, không có ngoặc kép', en: 'must be a number, without quotes' },
  integer: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  string: { vi: 'phải là chữ, trong ngoặc kép', en: 'must be text, in quotes' },
  boolean: { vi: 'phải là true hoặc false', en: 'must be true or false' },
  array: { vi: 'phải là một danh sách trong ngoặc vuông', en: 'must be a list in square brackets' },
  object,
  strict_object: object,
  loose_object: object,
  record: object,
  iso_timestamp: {
    vi: 'phải là thời điểm ISO 8601, như "2021-10-04T00:30:00Z"',
    en: 'must be an ISO 8601 time, as "2021-10-04T00:30:00Z"',
  },
}

/** A phrase that follows the member's name: what is wrong with it, or what it must be. */
export function sayIssue(issue: v.BaseIssue<unknown>): Sentences {
  const { expected, message, received, type } = issue
  if (expected === 'never') return { vi: 'không có mục này trong Chốt', en: 'Chốt knows no such member' }
  if (received === 'undefined') return { vi: 'còn thiếu', en: 'is missing' }
  const own = ours.get(message)
  if (own !== undefined) return { vi: own, en: message }
  const bound = typeof issue.requirement === 'number' ? issue.requirement : null
  switch (type) {
    case 'min_value':
      return { vi: `phải từ ${bound} trở lên`, en: `must be at least ${bound}` }
    case 'max_value':
      return { vi: `không được quá ${bound}`, en: `must be at most ${bound}` }
    case 'min_length':
      return { vi: 'không được để trống', en: 'must not be empty' }
    case 'max_length':
      return { vi: `không được dài quá ${bound}`, en: `must be no longer than ${bound}` }
    case 'literal':
      return { vi: `phải là ${expected}`, en: `must be ${expected}` }
    case 'picklist': {
      // Written as `("a" | "b")`.
      const choices = expected?.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')
      return { vi: `phải là một trong: ${choices}`, en: `must be one of: ${choices}` }
    }
    default:
      return kinds[type] ?? { vi: `không đúng (${message})`, en: message }
  }
}
