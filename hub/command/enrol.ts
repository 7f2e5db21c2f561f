/** `chot-hub enrol`: an invitation for one checkpoint. */
import { existsSync } from 'node:fs'
import { say } from '../../shared/language/say.ts'
import { modes } from '../../shared/domain/mode.ts'
import { printInvitation } from '../../shared/sync/invitation.ts'
import { writeNewFile } from '../../main/files/index.ts'
import { defineCommand, Failure, required, status, UsageError, type Options } from '../../main/terminal/index.ts'
import { fingerprintInGroups } from '../../main/trust/index.ts'
import type { HubGround } from '../ground.ts'
import { invite, isFree } from '../kiosks/enrol.ts'
import { addressOf, addressOption, authorityOf, authorityOption } from './invitation-options.ts'
import { dataOption, jsonOption, withNewHub } from './with-hub.ts'

const words = {
  vi: 'Thư mời cho {name} ở {file}, dùng được đến {untilAt}, cho một chốt. Ở chốt: npx chot sync enrol {file}\nMã khóa; khi chốt hỏi, đọc bốn nhóm cuối: {fingerprint}',
  en: 'The invitation for {name} is {file}, good until {untilAt}, for one checkpoint. There: npx chot sync enrol {file}\nThe fingerprint; read out its last four groups when the checkpoint asks: {fingerprint}',
} as const

const options = {
  ...dataOption,
  name: { type: 'string', value: 'TEXT', says: { vi: 'tên chốt', en: 'the checkpoint’s name' } },
  out: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'ghi thư mời vào tệp này', en: 'the file to write the invitation to' },
  },
  mode: {
    type: 'string',
    value: modes.join('|'),
    says: { vi: 'loại chốt (mặc định: real)', en: 'the kind of checkpoint (default: real)' },
  },
  ...addressOption,
  ...authorityOption,
  ...jsonOption,
} as const satisfies Options

const fileThere = {
  vi: 'đã có tệp {file}, có thể là thư mời của chốt khác. Nêu tên khác ở --out, hoặc xóa tệp đó trước',
  en: '{file} is there already, and may be another checkpoint’s invitation. Give another name with --out, or remove it first',
} as const

/** @throws Failure where a checkpoint that sends has this name */
async function demandFree(ground: HubGround, name: string): Promise<void> {
  if (await isFree(ground, name)) return
  const sentences = {
    vi: 'đã có chốt tên {name}. Máy mới cho cùng chốt: chot-hub kiosk replace {name} trước',
    en: 'there is a checkpoint called {name}. For a new laptop there: chot-hub kiosk replace {name} first',
  }
  throw new Failure('name-taken', sentences, { name }, { status: status.no })
}

export const enrolCommand = defineCommand({
  summary: { vi: 'thư mời cho một chốt', en: 'an invitation for one checkpoint' },
  about: {
    vi: 'Ghi một thư mời vào tệp: mã dùng một lần (80 bit), khóa của máy chủ, địa chỉ. Dùng được 24 giờ qua mạng, 7 ngày bằng USB. Giữ kín đến khi chốt đã nối.',
    en: 'Writes an invitation to a file: a code for one use (80 bits), the hub’s keys, the address. Good for 24 hours by wire, for 7 days by stick. To be kept from others until the checkpoint is enrolled.',
  },
  options,
  statuses: {
    0: { vi: 'đã ghi', en: 'written' },
    1: { vi: 'tên đang được dùng', en: 'the name is in use' },
  },
  async run(_words, values, terminal) {
    const { locale, print } = terminal
    const [name, file] = [required(values.name, '--name TEXT'), required(values.out, '--out FILE')]
    const mode = modes.find((each) => each === (values.mode ?? 'real'))
    if (mode === undefined)
      throw new UsageError({ vi: '--mode nhận {modes}', en: '--mode takes {modes}' }, { modes: modes.join('|') })
    if (name.trim() === '' || name.length > 200)
      throw new UsageError({ vi: '--name nhận 1 đến 200 chữ', en: '--name takes 1 to 200 letters' })
    const address = addressOf(values.address)
    const ca = authorityOf(values.ca)
    // It may be the invitation of another checkpoint, whose code stands nowhere else.
    if (existsSync(file)) throw new Failure('file-there', fileThere, { file }, { status: status.output })
    return withNewHub(values, terminal, async (ground) => {
      await demandFree(ground, name.trim())
      const invitation = await invite(ground, { name: name.trim(), mode, address, ca })
      try {
        writeNewFile(file, `${JSON.stringify(invitation, null, 2)}\n`)
      } catch (error) {
        const sentences = { vi: 'không ghi được {file}: {why}', en: '{file} cannot be written: {why}' }
        throw new Failure('unwritable', sentences, { file }, { status: status.output, cause: error })
      }
      const { fingerprint } = ground.keys
      const { until, code } = invitation
      const qr = address === null ? null : printInvitation({ code, key: fingerprint, ca, address })
      if (values.json === true)
        print(`${JSON.stringify({ hub: ground.keys.hub, name, mode, file, until, qr, fingerprint })}\n`)
      else
        print(
          `${say(locale, words[locale], { name, file, untilAt: until, fingerprint: fingerprintInGroups(fingerprint) })}\n`,
        )
      return 0 as const
    })
  },
})
