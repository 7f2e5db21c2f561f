/** A file of what is to be believed that cannot be used: which, and where in it. */
import * as v from 'valibot'
import { FileUnreadable, fileFaults } from '../files/index.ts'
import { inBoth, type Locale, type Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { sayIssue } from '../../shared/language/say-issue.ts'
import { shownText } from '../../shared/language/shown-text.ts'

const sentences = {
  vi: 'Không dùng được {file}{member, select, none {} other { (mục "{member}")}}: {why}. Sửa hoặc chép lại tệp này từ bản gốc.',
  en: '{file} cannot be used{member, select, none {} other { (member "{member}")}}: {why}. Put this file right, or copy it again from its source.',
} as const satisfies Record<Locale, string>

type Why = Readonly<Record<Locale, string>>

function whyOf(cause: unknown): Why {
  if (cause instanceof FileUnreadable) return fileFaults[cause.fault]
  if (cause instanceof v.ValiError) return sayIssue(cause.issues[0])
  const why = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof SyntaxError) return { vi: `không phải JSON đúng (${why})`, en: `it is not JSON (${why})` }
  return { vi: why, en: why }
}

/** The member that a schema did not take, such as `ages.keys.old`. */
function memberOf(cause: unknown): string | null {
  return cause instanceof v.ValiError ? v.getDotPath(cause.issues[0]) : null
}

/** A file that cannot be believed; `message` says which, where in it and why. */
export class TrustUnreadable extends Error {
  readonly code = 'TRUST_UNREADABLE'
  /** Its path, or its name in a repository. */
  readonly file: string
  /** Where in it; null where that is not known. */
  readonly member: string | null
  private readonly why: Why

  /** @param why what was wrong: an error, a phrase, or one in each language */
  constructor(file: string, why: unknown, member: string | null = memberOf(why)) {
    const cause = why instanceof Error ? { cause: why } : {}
    const phrase = isWhy(why) ? why : whyOf(why)
    super(`cannot use ${file}${member === null ? '' : `, ${member}`}: ${phrase.en}`, cause)
    this.name = 'TrustUnreadable'
    this.file = file
    this.member = member
    // A sentence of its own becomes a part of ours.
    this.why = { vi: phrase.vi.replace(/\.$/, ''), en: phrase.en.replace(/\.$/, '') }
  }

  /** Where in the file and why, as a phrase. */
  get reason(): Sentences {
    const place = this.member === null ? '' : `${this.member}: `
    return inBoth((locale) => `${place}${this.why[locale]}`)
  }

  /** What is wrong, then what to do. */
  sentence(locale: Locale): string {
    const [file, member, why] = [this.file, this.member ?? 'none', this.why[locale]].map(shownText)
    return say(locale, sentences[locale], { file: file!, member: member!, why: why! })
  }
}

function isWhy(why: unknown): why is Why {
  return typeof why === 'object' && why !== null && 'vi' in why && 'en' in why
}
