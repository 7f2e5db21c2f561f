/** `chot set-up`: makes a real checkpoint's profile in an empty folder. */
import { resolve } from 'node:path'
import type { CheckpointWords } from '../../../shared/contract/set-up.ts'
import { say } from '../../../shared/language/say.ts'
import {
  beginProfile,
  finishProfile,
  importSetUp,
  placeRefused,
  previewTrust,
  through,
} from '../../checkpoint/index.ts'
import { endsFolder, realPlace } from '../../profile/index.ts'
import { askLine, defineCommand, Failure, required, status, type Options, type Terminal } from '../../terminal/index.ts'
import { askReadOut } from '../read-out.ts'
import { isAddress } from '../../trust/index.ts'
import { givenWords, readZone, wordsOptions, zoneUnknown } from './checkpoint-words.ts'
import { chosenKeeping, passphraseOption } from '../secret/choose-passphrase.ts'
import { askBack, showCode } from '../secret/recovery-words.ts'

const words = {
  vi: {
    name: 'Tên chốt: ',
    lane: 'Làn: ',
    province: 'Tỉnh (Enter: không ghi): ',
    zone: 'Múi giờ (Enter: +07:00): ',
    trust: 'Khóa tin cậy lấy từ đâu: thư mục trên USB, hoặc địa chỉ https: (Enter: để sau): ',
    groups: 'Nhờ cơ quan phát hành đọc bốn nhóm cuối của vân tay khóa gốc bản {version}, gõ vào đây: ',
    differ:
      'Không khớp: khóa gốc ở đây có vân tay\n  {fingerprint}\nChưa ghi gì. Gọi lại cơ quan phát hành; nếu họ đọc khác thì bản này không phải của họ.',
    same: 'Khớp. Vân tay: {fingerprint}',
    stick:
      'Chốt kia lấy khóa tin cậy từ USB. Cắm USB đó rồi cho biết thư mục, hoặc chạy lại với --trust và thư mục đó.',
    retry: 'Thử lại.',
    later:
      'Chưa có khóa tin cậy nào: mọi mã sẽ là "cần kiểm tra" cho đến khi nhận khóa gốc: trên màn hình ở phòng Thiết lập (F12), hoặc "npx chot trust init", rồi "npx chot trust update".',
    done: 'Đã lập hồ sơ {name}, làn {lane}, trong {place}. Mở bằng "npm start"{elsewhere, select, yes { với --profile và thư mục đó} other {}}.',
  },
  en: {
    name: 'Name of the checkpoint: ',
    lane: 'Lane: ',
    province: 'Province (Enter: none): ',
    zone: 'Zone (Enter: +07:00): ',
    trust: 'Where its keys come from: a folder on a stick, or an https: address (Enter: later): ',
    groups:
      'Have the authority read out the last four groups of the fingerprint of root version {version}, and type them: ',
    differ:
      'They differ: the root here has the fingerprint\n  {fingerprint}\nNothing was written. Telephone the authority again; if they read out another one, this is not theirs.',
    same: 'They agree. Fingerprint: {fingerprint}',
    stick:
      'The other checkpoint has its keys from a stick. Plug that in and give its folder, or run this again with --trust and that folder.',
    retry: 'Try again.',
    later:
      'Nobody is believed yet: every code will be "to be checked" until a root is taken: on the screen in the room Set-up (F12), or by "npx chot trust init", then "npx chot trust update".',
    done: 'The profile of {name}, lane {lane}, was made in {place}. Open it with "npm start"{elsewhere, select, yes { and --profile with that folder} other {}}.',
  },
} as const

const options = {
  profile: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục trống để lập hồ sơ (mặc định: CHOT_PROFILE, nếu không có thì nơi của hồ sơ thật)',
      en: 'the empty folder to make it in (default: CHOT_PROFILE, else the real profile’s place)',
    },
  },
  ...wordsOptions,
  trust: {
    type: 'string',
    value: 'FROM',
    says: {
      vi: 'khóa tin cậy lấy từ thư mục (USB) hoặc địa chỉ https: này',
      en: 'the folder (a stick) or https: address of its keys',
    },
  },
  fingerprint: {
    type: 'string',
    value: 'HEX',
    says: {
      vi: 'vân tay khóa gốc mà cơ quan phát hành đọc ("chot-authority fingerprint")',
      en: 'the root’s fingerprint as the authority reads it out ("chot-authority fingerprint")',
    },
  },
  ca: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng thư gốc (PEM) của máy chủ riêng; được giữ trong hồ sơ',
      en: 'the authority (PEM) of a private server; kept in the profile',
    },
  },
  from: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'thiết lập xuất từ chốt khác ("npx chot set-up export")',
      en: 'a set-up exported from another checkpoint ("npx chot set-up export")',
    },
  },
  ...passphraseOption,
} as const satisfies Options

/** Attempts at typing the recovery code off paper, before it is begun again. */
const attempts = 3

/** A person is asked for what was not given. @throws UsageError where nobody can be asked */
async function completeWords(given: Partial<CheckpointWords>, terminal: Terminal): Promise<CheckpointWords> {
  const ask = words[terminal.locale]
  const name = given.name ?? ((await askLine(ask.name, terminal)) || required(undefined, '--name NAME'))
  const lane = given.lane ?? ((await askLine(ask.lane, terminal)) || required(undefined, '--lane LANE'))
  const province = given.province ?? (await askLine(ask.province, terminal)) ?? ''
  const zone = given.zoneMinutes ?? ((await askLine(ask.zone, terminal)) || '+07:00')
  const zoneMinutes = typeof zone === 'number' ? zone : readZone(zone)
  if (zoneMinutes === null) throw zoneUnknown(String(zone))
  return {
    ...givenWords(province === '' ? { name, lane } : { name, lane, province }),
    name,
    lane,
    province,
    zoneMinutes,
    ...through(given),
  }
}

/** The trust that is asked for, compared; null: none yet. `refused`: it was said why. */
async function comparedTrust(
  place: Parameters<typeof previewTrust>[0],
  fingerprint: string | undefined,
  terminal: Terminal,
): Promise<{ fingerprint: string } | 'refused'> {
  const { complain, locale, now } = terminal
  if (fingerprint !== undefined) return { fingerprint }
  const { from } = place
  const seen = await previewTrust(place, 'real', now)
  if (!seen.ok) {
    complain(`${seen.said[locale]}\n`)
    return 'refused'
  }
  complain(`${seen.said[locale]}\n`)
  const question = say(locale, words[locale].groups, { version: seen.rootVersion })
  const heard = await askReadOut(seen.fingerprint, question, terminal)
  if (heard === null)
    throw new Failure(
      'fingerprint-missing',
      {
        vi: 'Khóa gốc ở {from} có vân tay {fingerprint}. So với cơ quan phát hành rồi chạy lại với --fingerprint. Chưa ghi gì.',
        en: 'The root at {from} has the fingerprint {fingerprint}. Compare it with the authority, then run this again with --fingerprint. Nothing was written.',
      },
      { from, fingerprint: seen.fingerprint },
      { status: status.usage },
    )
  const same = heard === 'same'
  complain(`${say(locale, words[locale][same ? 'same' : 'differ'], { fingerprint: seen.fingerprint })}\n`)
  return same ? { fingerprint: seen.fingerprint } : 'refused'
}

export const setUp = defineCommand({
  summary: { vi: 'lập hồ sơ một chốt thật', en: 'makes the profile of a real checkpoint' },
  about: {
    vi: 'Lập hồ sơ một chốt thật trong thư mục trống: tên, làn, tỉnh, múi giờ, khóa tin cậy của cơ quan phát hành, cách giữ khóa bí mật của hồ sơ. Thiếu gì thì hỏi, nếu có người để hỏi. Mã khôi phục in ra đúng một lần trên đầu ra chuẩn, có người thì phải gõ lại. Dở dang thì chạy lại từ đầu.',
    en: 'Makes the profile of a real checkpoint in an empty folder: name, lane, province, zone, the authority’s keys, how the secret is kept. Asks for what is missing where there is somebody to ask. The recovery code is printed once on standard output, and typed back where there is somebody to. What was interrupted is begun again.',
  },
  examples: [
    {
      vi: 'chot set-up --name "Cầu Như Nguyệt" --lane 2 --province "Bắc Ninh" --trust /media/usb/chot',
      en: 'chot set-up --name "Cầu Như Nguyệt" --lane 2 --province "Bắc Ninh" --trust /media/usb/chot',
    },
  ],
  options,
  statuses: {
    0: { vi: 'đã lập', en: 'made' },
    1: { vi: 'không lập: có lý do kèm theo', en: 'not made; it says why' },
  },
  async run(_words, values, terminal) {
    const { complain, env, locale, now } = terminal
    const refuse = (said: string): 1 => {
      complain(`${said}\n`)
      return 1
    }
    const place = resolve(values.profile ?? (env['CHOT_PROFILE'] || realPlace(env)))
    const refused = placeRefused(place)
    if (refused) return refuse(refused.said[locale])
    const imported = values.from === undefined ? null : importSetUp(values.from)
    if (imported?.ok === false) return refuse(imported.said[locale])
    const checkpoint = await completeWords({ ...imported?.checkpoint, ...givenWords(values) }, terminal)
    const fromStick = imported?.ok === true && imported.trust.from === null && imported.trust.fingerprint !== null
    if (fromStick && values.trust === undefined) complain(`${words[locale].stick}\n`)
    const asked = values.trust ?? imported?.trust.from ?? (await askLine(words[locale].trust, terminal))
    const from = asked && (isAddress(asked) ? asked : resolve(asked))
    // The set-up's is of its own address.
    const imports = values.trust === undefined && imported?.ok === true ? imported.trust.serverAuthority : null
    const serverAuthority = values.ca === undefined ? imports : resolve(values.ca)
    const source = from ? { from, serverAuthority, ...through(checkpoint) } : null
    const compared = source ? await comparedTrust(source, values.fingerprint, terminal) : null
    if (compared === 'refused') return 1
    const trust = from && compared ? { from, serverAuthority, ...compared } : null
    const secret = await chosenKeeping(values.passphrase, terminal)
    const begun = await beginProfile(place, { checkpoint, trust, secret }, { system: null, now })
    if (!begun.ok) return refuse(begun.said[locale])
    showCode(begun.recoveryCode, terminal)

    const log = (line: string): void => complain(`chot: ${line}\n`)
    for (let attempt = 1; ; attempt++) {
      const typed = (await askBack(terminal)) ?? begun.recoveryCode
      const hearing = { from: trust?.from ?? null, now, log, ends: endsFolder(env) }
      const finished = await finishProfile(place, typed, hearing)
      if (finished.ok) break
      complain(`${finished.said[locale]}\n`)
      if (attempt === attempts) return 1
      complain(`${words[locale].retry}\n`)
    }
    if (trust === null) complain(`${words[locale].later}\n`)
    const elsewhere = place === realPlace(env) ? 'no' : 'yes'
    const { name, lane } = checkpoint
    complain(`${say(locale, words[locale].done, { name, lane, place, elsewhere })}\n`)
    return 0
  },
})
