/** What the operating system refused, in a person's words. */
import * as v from 'valibot'
import { fileFaults, FileUnreadable, systemReasons } from '../files/index.ts'
import type { Locale, Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { sayIssue } from '../../shared/language/say-issue.ts'
import { Reason } from './reason.ts'

const sentences: Sentences = {
  vi: 'Không đọc hoặc ghi được {place}: {why}. Kiểm tra đường dẫn, quyền và chỗ trống rồi chạy lại.',
  en: '{place} could not be read or written: {why}. Check the path, its permissions and the space left, and run this again.',
}

const there: Sentences = {
  vi: '{place} đã có rồi và không bị ghi đè. Chọn tên khác rồi chạy lại.',
  en: '{place} is there already and is not overwritten. Choose another name and run this again.',
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

/** What a schema did not take, with the member's name. */
function schemaReason(error: v.ValiError<v.GenericSchema>, locale: Locale): string {
  const [issue] = error.issues
  const member = v.getDotPath(issue)
  return `${member === null ? '' : `"${member}" `}${sayIssue(issue)[locale]}`
}

/** Why the system, or a schema, refused. What has no words here is quoted as the system says it. */
export function systemReason(error: unknown, locale: Locale): string {
  if (error instanceof Reason) return error.sentences[locale]
  if (error instanceof v.ValiError) return schemaReason(error, locale)
  if (error instanceof FileUnreadable)
    return error.cause === undefined ? fileFaults[error.fault][locale] : systemReason(error.cause, locale)
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error)
  return systemReasons[error.code ?? '']?.[locale] ?? error.message
}

/** What happened and what to do; null where the error is none of the system's, nor of a file that was named. */
export function saySystemError(error: unknown, locale: Locale): string | null {
  if (error instanceof FileUnreadable)
    return say(locale, sentences[locale], { place: error.path, why: systemReason(error, locale) })
  if (!isSystemError(error)) return null
  const place = error.path ?? error.syscall ?? ''
  if (error.code === 'EEXIST') return say(locale, there[locale], { place })
  return say(locale, sentences[locale], { place, why: systemReason(error, locale) })
}
