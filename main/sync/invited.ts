/** An invitation in whatever form it comes: a file, its text, or the text of the hub's QR code, for which the hub itself is asked. */
import { join } from 'node:path'
import * as v from 'valibot'
import type { Invited } from '../../shared/contract/sync.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import {
  enrolmentOf,
  fingerprintOf,
  mostInvitation,
  readInvitation,
  readPrinted,
  type Invitation,
} from '../../shared/sync/invitation.ts'
import { hubNameSchema, publicKeySchema } from '../../shared/sync/schemas.ts'
import { readForeignFileLater, textOf } from '../files/index.ts'
import { nodeDisk } from './disk.ts'
import { nodeMeans } from './means.ts'
import { overWire, type Fetch } from './wire.ts'

/** What of a checkpoint an invitation that came as a QR code is completed with. */
interface Whose {
  name: string
  mode: Mode
}

/** Why there is no invitation. */
export const notInvited = {
  'not-an-invitation': {
    vi: 'Đây không phải thư mời của máy chủ, hoặc đã bị sửa. Xin thư mời mới.',
    en: 'This is no invitation of a hub, or it was altered. Ask for a new one.',
  },
  unread: {
    vi: 'Không thấy thư mời ở đó, hoặc không đọc được. Cắm lại USB, kiểm tra tên tệp rồi thử lại.',
    en: 'There is no invitation, or it cannot be read. Plug the stick in again, check the file’s name and try again.',
  },
  unreached: {
    vi: 'Không tới được máy chủ ở địa chỉ trong mã. Kiểm tra mạng rồi quét lại, hoặc xin thư mời bằng tệp.',
    en: 'The hub cannot be reached at the code’s address. Check the network and scan again, or ask for the invitation as a file.',
  },
  'no-authority': {
    vi: 'Máy chủ này dùng chứng thư gốc riêng của tỉnh, máy này chưa có. Cắm USB có tệp chứng thư đó (.pem, .crt) rồi chọn USB; bằng lệnh thì thêm --ca TỆP.',
    en: 'This hub has an authority of the province’s own, which this computer does not know yet. Plug in a stick with its certificate (.pem, .crt) and choose it; by command, add --ca FILE.',
  },
  'another-authority': {
    vi: 'Trên USB không có chứng thư ghi trong thư mời. Xin đúng tệp của máy chủ, chép vào USB rồi chọn lại.',
    en: 'The certificate that the invitation names is not on this stick. Ask for the hub’s own file, copy it to a stick and choose again.',
  },
  'another-key': {
    vi: 'Máy chủ ở địa chỉ đó KHÔNG có khóa ghi trong mã: có thể là máy giả. Không nối; báo cho tỉnh.',
    en: 'The hub at that address does NOT have the key that the code says: it may be a false one. Do not enrol; tell the province.',
  },
  'another-mode': {
    vi: 'Thư mời dành cho chốt loại khác (thật hay tập huấn) với chốt này. Xin đúng loại thư mời.',
    en: 'The invitation is for another kind of checkpoint (real or practice) than this one. Ask for one of its kind.',
  },
  'another-fingerprint': {
    vi: 'Mã khóa không phải mã vừa được so. Không nối; đọc lại thư mời và so lại.',
    en: 'The fingerprint is not the one that was compared. Nothing was enrolled; read the invitation again and compare.',
  },
  'not-recorded': {
    vi: 'Ổ đĩa không ghi được mục nhật ký. Giải phóng ổ đĩa rồi thử lại.',
    en: 'The disk does not take the entry. Make room on the disk and try again.',
  },
} as const satisfies Record<string, Sentences>
export type NotInvited = keyof typeof notInvited

/** An invitation as somebody gives it. */
export type GivenInvitation = { from: 'text'; text: string } | { from: 'file'; path: string }

const hubSchema = v.object({
  hub: hubNameSchema,
  key: publicKeySchema,
  sealing: v.pipe(v.string(), v.maxLength(32_768)),
})

/** A code is good for a day by wire; the hub knows exactly, and says so when it is sent the wish. */
const day = 86_400_000

/** What an invitation says as it was given: the text of a file, or of a QR code; null: there is none. */
export const givenText = async (given: GivenInvitation): Promise<string | null> =>
  given.from === 'text' ? given.text : textIn(given.path)

/** The text of an invitation's file, however it was given; or why there is none. @param now epoch milliseconds */
export async function invitedBy(
  text: string,
  { name, mode }: Whose,
  { fetch, now }: { fetch: Fetch; now: number },
): Promise<{ text: string } | NotInvited> {
  const printed = readPrinted(text)
  if (!printed) return { text }
  const { address, key: fingerprint, code, ca } = printed
  const answer = await overWire(fetch, { url: `${address}/v1/hub`, body: null, now })
  if (!answer.came) return 'unreached'
  const said = parse(answer.text)
  if (!said) return 'unreached'
  if (fingerprintOf(nodeMeans, said.key) !== fingerprint) return 'another-key'
  const invitation: Invitation = { chot: 'invitation', ...said, name, mode, code, until: now + day, address, ca }
  return { text: JSON.stringify(invitation) }
}

/** The authority that an invitation, file or QR code, says its hub's certificate is of: the SHA-256 of it in hex; null: it names none. */
export const authorityNamedBy = (text: string): string | null =>
  readPrinted(text)?.ca ?? readInvitation(nodeMeans, text)?.invitation.ca ?? null

/** The authority that has to be kept before an invitation's hub is reached: the SHA-256 of it in hex; null: none has. */
export function authorityNeededBy(text: string): string | null {
  const { ca = null, address = null } = readPrinted(text) ?? readInvitation(nodeMeans, text)?.invitation ?? {}
  return address?.startsWith('https:') === true ? ca : null
}

/** A file's text, or that of the first invitation in a folder, which is a stick; null: there is none. */
async function textIn(path: string): Promise<string | null> {
  try {
    if (!(await nodeDisk.isFolder(path))) return textOf(await readForeignFileLater(path, mostInvitation))
    for (const name of await namesIn(path)) {
      const text = await readForeignFileLater(join(path, name), mostInvitation).then(textOf, () => null)
      if (text !== null && (readInvitation(nodeMeans, text) || readPrinted(text))) return text
    }
    return null
  } catch {
    return null
  }
}

/** Names on a stick that are looked at. */
const mostNames = 64

async function namesIn(folder: string): Promise<string[]> {
  const { names } = await nodeDisk.list(folder)
  const read = names.filter((name) => /^[^.].*\.(json|txt|chot)$/i.test(name))
  return read.toSorted().slice(0, mostNames)
}

function parse(text: string): v.InferOutput<typeof hubSchema> | null {
  try {
    return v.parse(hubSchema, JSON.parse(text))
  } catch {
    return null
  }
}

/** Reads an invitation for a checkpoint of a mode; or why it is not for it. */
export function readFor(mode: Mode, text: string): Invitation | NotInvited {
  const read = readInvitation(nodeMeans, text)
  if (!read) return 'not-an-invitation'
  return read.invitation.mode === mode ? read.invitation : 'another-mode'
}

/** What people are told of an invitation. */
export function toldOf({ hub, name, address, key, code }: Invitation): Invited {
  const [fingerprint, enrolment] = [fingerprintOf(nodeMeans, key), enrolmentOf(nodeMeans, hub, code)]
  return { ok: true, hub, name, address, fingerprint, enrolment }
}
