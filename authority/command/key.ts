/** `chot-authority key`: the keys of the repository's roles, and those that sign certificates. */
import { defineCommand, required, type Options, type Terminal, type Values } from '../../main/terminal/index.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { formatInstant } from '../../shared/language/time.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome, type Home } from '../repository/home.ts'
import { addIssuerKey, issuerAlgorithms, listIssuerKeys, retireIssuerKey, usages } from '../repository/issuer-keys.ts'
import { KeyRing } from '../repository/key-ring.ts'
import { readNewestRoot } from '../repository/metadata-file.ts'
import type { Passphrase } from '../repository/passphrase.ts'
import { roles, type Role } from '../repository/role-key.ts'
import { addRoleKey, listRoles, renewRoot, retireRoleKey } from '../repository/root.ts'
import { algorithmOption, authorityOption, countryOption, expiryOption, keysOption } from './options.ts'
import { findKey } from './find-key.ts'
import { confirmName, confirmOption } from './confirm-name.ts'
import { choosePassphrase, readPassphrase } from './passphrase.ts'
import { readChoice, readCount, readCountry } from './read-arguments.ts'

const words = {
  vi: {
    republish: 'Có hiệu lực với các chốt sau khi chạy "chot-authority publish DIR".\n',
    expires: 'hết hạn',
    here: 'có khóa',
    away: 'không có ở đây',
  },
  en: {
    republish: 'Checkpoints learn of it with the next "chot-authority publish DIR".\n',
    expires: 'expires',
    here: 'at hand',
    away: 'not here',
  },
} as const

const rootOptions = {
  ...authorityOption,
  threshold: {
    type: 'string',
    value: 'N',
    says: { vi: 'số chữ ký cần có của vai trò, từ nay', en: 'how many of the role must sign from now on' },
  },
  ...expiryOption(365),
  ...keysOption,
} as const satisfies Options

const issuerOptions = {
  ...authorityOption,
  name: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'tên nơi cấp, như cán bộ chốt sẽ đọc', en: 'who issues, as officers shall read it' },
  },
  ...countryOption,
  usage: {
    type: 'string',
    multiple: true,
    value: usages.join('|'),
    says: { vi: 'được ký loại chứng nhận nào (mặc định: test)', en: 'what it may sign (default: test)' },
  },
  ...algorithmOption,
} as const satisfies Options

type IssuerValues = Values<typeof issuerOptions>
type RootValues = Partial<Values<typeof rootOptions>>

const ringOf = (home: Home, values: RootValues, passphrase: Passphrase): KeyRing =>
  new KeyRing([home.keys, ...(values.keys ?? [])], passphrase)

/** Where private halves may lie. */
const keyFolders = (home: Home, values: RootValues): string[] => [home.keys, home.issuers, ...(values.keys ?? [])]

/** What root changes have in common; members that were not given are left out. */
function rootChange(values: RootValues, terminal: Terminal): { now: number; threshold?: number; days?: number } {
  const threshold = readCount('--threshold', values.threshold, 99)
  const days = readCount('--expires-days', values['expires-days'], 3_650)
  return {
    now: terminal.now(),
    ...(threshold === undefined ? {} : { threshold }),
    ...(days === undefined ? {} : { days }),
  }
}

/** Makes the key; what is wrong with the options is said before the passphrase is asked for. */
async function addIssuer(home: Home, values: IssuerValues, terminal: Terminal): Promise<string> {
  const algorithm = readChoice('--algorithm', values.algorithm ?? 'EdDSA', issuerAlgorithms)
  const issuer = required(values.name, '--name TEXT')
  const country = readCountry(required(values.country, '--country CC'))
  const usage = [...new Set((values.usage ?? ['test']).map((each) => readChoice('--usage', each, usages)))]
  const passphrase = await choosePassphrase(terminal, keyFolders(home, {}))
  const made = alone(home.folder, () => addIssuerKey(home, passphrase, algorithm, { issuer, country, usage }))
  return made.kid.toString('base64')
}

const statuses = {
  0: { vi: 'xong', en: 'done' },
  1: { vi: 'không làm được: có lý do kèm theo', en: 'not done; it says why' },
} as const

export const keyList = defineCommand({
  summary: { vi: 'các vai trò, ngưỡng và khóa', en: 'roles, thresholds and keys' },
  about: {
    vi: 'Liệt kê vai trò, ngưỡng, khóa, và khóa bí mật nào có ở đây. Không cần mật khẩu.',
    en: 'Shows roles, thresholds and keys, and which private halves are at hand. Needs no passphrase.',
  },
  options: { ...authorityOption, ...keysOption },
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, { env, locale, print }) {
    const home = openHome(values.authority, env)
    const root = readNewestRoot(home.metadata)
    const { expires, here, away } = words[locale]
    const held = KeyRing.listFiles([home.keys, ...(values.keys ?? [])])
    print(`root ${root.version}: ${expires} ${formatInstant(Date.parse(root.expires))}\n`)
    for (const { role, threshold, keyids } of listRoles(root)) {
      print(`${role} ${threshold}/${keyids.length}\n`)
      for (const keyid of keyids) print(`  ${keyid} ${held.has(keyid) ? here : away}\n`)
    }
    for (const { kid, algorithm, issuer, country } of listIssuerKeys(home, values.keys))
      print(`issuer ${kid} ${algorithm} ${country} ${shownText(issuer)}\n`)
    return 0
  },
})

export const keyAdd = defineCommand({
  summary: { vi: 'thêm khóa cho một vai trò', en: 'a further key for a role' },
  about: {
    vi: `Thêm khóa mới cho ${roles.join(', ')}, trong khóa gốc mới. Khóa ký chứng nhận: "key add issuer".`,
    en: `Adds a new key to ${roles.join(', ')}, in a new root. A key that signs certificates: "key add issuer".`,
  },
  words: { says: { vi: 'VAI-TRÒ', en: 'ROLE' }, least: 1, most: 1 },
  options: rootOptions,
  statuses,
  async run([given = ''], values, terminal) {
    const role = readChoice('key add', given, roles)
    const home = openHome(values.authority, terminal.env)
    const passphrase = await choosePassphrase(terminal, keyFolders(home, values))
    const ring = ringOf(home, values, passphrase)
    const added = alone(home.folder, () => addRoleKey(home, ring, { role, ...rootChange(values, terminal) }))
    terminal.print(`${role}: ${added}\n${words[terminal.locale].republish}`)
    return 0
  },
})

export const keyAddIssuer = defineCommand({
  summary: { vi: 'tạo khóa ký chứng nhận', en: 'a key that signs certificates' },
  about: {
    vi: 'Tạo khóa ký chứng nhận và ghi vào keys.json của lần phát hành tiếp theo.',
    en: 'Makes a key that signs certificates and lists it in keys.json of the next publication.',
  },
  options: issuerOptions,
  statuses,
  async run(_words, values, terminal) {
    const home = openHome(values.authority, terminal.env)
    const added = await addIssuer(home, values, terminal)
    terminal.print(`issuer: ${added}\n${words[terminal.locale].republish}`)
    return 0
  },
})

const destroying = {
  vi: 'Phần bí mật của khóa {name} sẽ bị hủy vĩnh viễn. Gõ lại mã khóa đầy đủ để xác nhận: ',
  en: 'The private half of the key {name} will be destroyed for good. Type the whole key to confirm: ',
} as const

export const keyRetire = defineCommand({
  summary: { vi: 'bỏ một khóa', en: 'takes a key out of use' },
  about: {
    vi: 'Bỏ khóa của một vai trò hoặc của nơi cấp (nêu mã khóa hoặc ít nhất 6 ký tự đầu của nó) và hủy vĩnh viễn phần bí mật, sau khi mã khóa đầy đủ được gõ lại.',
    en: 'Takes a role’s or an issuer’s key (its identifier, or at least its first 6 characters) out of use and destroys its private half for good, once the whole identifier has been typed back.',
  },
  words: { says: { vi: 'KHÓA', en: 'KEY' }, least: 1, most: 1 },
  options: { ...rootOptions, ...confirmOption },
  statuses,
  async run([beginning = ''], values, terminal) {
    const home = openHome(values.authority, terminal.env)
    const { issuer, key: found } = findKey(home, beginning, values.keys)
    await confirmName(found, destroying, values.confirm, terminal)
    let what: Role | 'issuer' = 'issuer'
    if (issuer) alone(home.folder, () => retireIssuerKey(home, found, terminal.now(), values.keys))
    else {
      const ring = ringOf(home, values, await readPassphrase(terminal))
      what = alone(home.folder, () => retireRoleKey(home, ring, { keyid: found, ...rootChange(values, terminal) }))
    }
    terminal.print(`${what}: ${found}\n${words[terminal.locale].republish}`)
    return 0
  },
})

export const keyRenew = defineCommand({
  summary: { vi: 'ký lại khóa gốc với hạn mới', en: 'signs the root anew' },
  about: {
    vi: 'Ký lại khóa gốc, có hiệu lực thêm một thời gian. Các chốt nhận được sau lần phát hành tiếp theo.',
    en: 'Signs the root anew, good for a further time. Checkpoints get it with the next publication.',
  },
  options: { ...authorityOption, ...expiryOption(365), ...keysOption },
  statuses,
  async run(_words, values, terminal) {
    const home = openHome(values.authority, terminal.env)
    const { now, days } = rootChange(values, terminal)
    const ring = ringOf(home, values, await readPassphrase(terminal))
    const root = alone(home.folder, () => renewRoot(home, ring, now, days))
    const { expires, republish } = words[terminal.locale]
    terminal.print(`root ${root.version}: ${expires} ${formatInstant(Date.parse(root.expires))}\n${republish}`)
    return 0
  },
})
