/** An invitation in whatever form it comes: a file, its text, or the text of the hub's QR code, for which the hub itself is asked. */
import { join } from 'node:path'
import * as v from 'valibot'
import type { Invited } from '../../../shared/contract/sync.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import {
  enrolmentOf,
  fingerprintOf,
  mostInvitation,
  readInvitation,
  readPrinted,
  type Invitation,
} from '../../../shared/sync/invitation.ts'
import { hubNameSchema, publicKeySchema } from '../../../shared/sync/schemas.ts'
import { readForeignFileLater, textOf } from '../../files/index.ts'
import { nodeDisk } from '../disk.ts'
import { nodeMeans } from '../means.ts'
import { overWire, type Fetch } from '../wire/wire.ts'

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
  crowded: {
    vi: 'USB có quá nhiều tệp nên không xem hết được, và trong những tệp đã xem không có thư mời. Chép thư mời sang USB ít tệp hơn rồi thử lại.',
    en: 'The stick has more files than are looked at, and no invitation is among those that were. Copy the invitation to a stick with fewer files and try again.',
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
  'crowded-authority': {
    vi: 'Máy chủ này dùng chứng thư gốc riêng của tỉnh. USB có quá nhiều tệp nên không xem hết được, và trong những tệp đã xem không có chứng thư đó. Chép nó (.pem, .crt) sang USB ít tệp hơn rồi chọn USB đó.',
    en: 'This hub has an authority of the province’s own. The stick has more files than are looked at, and its certificate is not among those that were. Copy it (.pem, .crt) to a stick with fewer files and choose that one.',
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
    vi: 'Ổ đĩa không ghi được bản ghi nhật ký. Giải phóng ổ đĩa rồi thử lại.',
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

/** What an invitation says as it was given: the text of a file, or of a QR code; or why there is none. */
export const givenText = async (given: GivenInvitation): Promise<GivenText> =>
  given.from === 'text' ? { text: given.text } : textIn(given.path)

type GivenText = { text: string } | Extract<NotInvited, 'unread' | 'crowded'>

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

/** A file's text, or that of the first invitation in a folder, which is a stick. */
async function textIn(path: string): Promise<GivenText> {
  try {
    if (!(await nodeDisk.isFolder(path))) return { text: textOf(await readForeignFileLater(path, mostInvitation)) }
    const { names, more } = await nodeDisk.list(path)
    for (const name of names.filter((each) => invitationName.test(each)).toSorted()) {
      const text = await readForeignFileLater(join(path, name), mostInvitation).then(textOf, () => null)
      if (text !== null && (readInvitation(nodeMeans, text) || readPrinted(text))) return { text }
    }
    return more ? 'crowded' : 'unread'
  } catch {
    return 'unread'
  }
}

/** What invitations are called. */
const invitationName = /^[^.].*\.(json|txt|chot)$/i

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
