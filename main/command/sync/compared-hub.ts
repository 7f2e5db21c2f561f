/** The hub of an invitation, compared by its fingerprint before a command believes anything of it. */
import type { Invited } from '../../../shared/contract/sync.ts'
import { readOut } from '../../../shared/domain/secret/fingerprint.ts'
import { Failure, status, type Options, type Terminal } from '../../terminal/index.ts'
import { fingerprintInGroups } from '../../trust/index.ts'
import { askReadOut } from '../read-out.ts'

export const fingerprintOption = {
  fingerprint: {
    type: 'string',
    value: 'HEX',
    says: {
      vi: 'mã khóa của máy chủ, hoặc bốn nhóm cuối, như người ở máy chủ đọc; không nêu thì hỏi',
      en: 'the hub’s fingerprint, or its last four groups, as they are read out there; asked for where it is not given',
    },
  },
} as const satisfies Options

const question = {
  vi: 'Nhờ người ở máy chủ đọc bốn nhóm cuối của mã khóa trên màn hình máy chủ, gõ vào đây: ',
  en: 'Have whoever sits at the hub read out the last four groups of the fingerprint on its screen, and type them: ',
}

const missing = {
  vi: 'Máy chủ của thư mời này có mã khóa {fingerprint}. So với màn hình máy chủ rồi chạy lại với --fingerprint. Chưa nối gì.',
  en: 'The hub of this invitation has the fingerprint {fingerprint}. Compare it with the hub’s screen, then run this again with --fingerprint. Nothing was enrolled.',
}

const differs = {
  vi: 'Không khớp: máy chủ của thư mời này có mã khóa {fingerprint}. Chưa nối gì. So lại với màn hình máy chủ; vẫn khác thì thư mời này không phải của tỉnh: không dùng, và báo tỉnh.',
  en: 'They differ: the hub of this invitation has the fingerprint {fingerprint}. Nothing was enrolled. Compare with the hub’s screen once more; where it still differs, this is no invitation of the province’s: do not use it, and tell the province.',
}

/**
 * Has the hub compared: with what was given, else with what a person types as it is read out.
 * @throws Failure where it is another's, or nobody has compared it
 */
export async function demandCompared(
  { fingerprint }: Pick<Invited, 'fingerprint'>,
  given: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const heard =
    given === undefined
      ? await askReadOut(fingerprint, question[terminal.locale], terminal)
      : readOut(fingerprint, given)
  if (heard === 'same') return
  const shown = { fingerprint: fingerprintInGroups(fingerprint) }
  if (heard === null) throw new Failure('fingerprint-missing', missing, shown, { status: status.usage })
  throw new Failure('another-fingerprint', differs, shown, { status: status.no })
}
