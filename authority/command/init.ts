/** `chot-authority init`: the keys of a new authority and its first root. */
import { join } from 'node:path'
import { defineCommand, type Options, UsageError } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { makeFolder, writeDurably } from '../repository/durable-write.ts'
import { failure } from '../repository/failures.ts'
import { alone } from '../repository/folder-lock.ts'
import { homeAt, homeFolder, isAuthority, refuseLinkedFolders } from '../repository/home.ts'
import { KeyRing } from '../repository/key-ring.ts'
import { roles, type Role } from '../repository/role-key.ts'
import { makeFirstRoot, readRolePlan, usualPlan, type RolePlan } from '../repository/root.ts'
import { choosePassphrase } from './passphrase.ts'
import { authorityOption, expiryOption } from './options.ts'
import { readCount } from './read-arguments.ts'

const words = {
  vi: {
    made: 'Đã tạo cơ quan phát hành trong "{folder}".\n',
    next: 'Khóa gốc ban đầu cho các chốt: {root} (vân tay: "chot-authority fingerprint")\nHãy sao lưu thư mục này và giữ riêng các khóa root. Tiếp theo: "chot-authority key add issuer", rồi "chot-authority publish DIR".\n',
  },
  en: {
    made: 'Made an authority in "{folder}".\n',
    next: 'First root for the checkpoints: {root} (its fingerprint: "chot-authority fingerprint")\nBack this folder up and keep the root keys apart. Next: "chot-authority key add issuer", then "chot-authority publish DIR".\n',
  },
} as const

const options = {
  ...authorityOption,
  role: {
    type: 'string',
    multiple: true,
    value: 'ROLE=THRESHOLD/KEYS',
    says: {
      vi: 'số khóa của một vai trò và số chữ ký cần có (mặc định: root=2/3, các vai trò khác 1/1)',
      en: 'how many keys a role has, how many must sign (default: root=2/3, the others 1/1)',
    },
  },
  ...expiryOption(365),
} as const satisfies Options

function plans(given: readonly string[]): Record<Role, RolePlan> {
  const plan = { ...usualPlan }
  for (const text of given) {
    const read = readRolePlan(text)
    if (!read)
      throw new UsageError(
        {
          vi: '--role nhận VAI-TRÒ=NGƯỠNG/SỐ-KHÓA, ví dụ root=2/3, với VAI-TRÒ là {roles}; không nhận "{text}"',
          en: '--role takes ROLE=THRESHOLD/KEYS, as in root=2/3, with ROLE one of {roles}; not "{text}"',
        },
        { roles: roles.join(', '), text },
      )
    const [role, wanted] = read
    plan[role] = wanted
  }
  return plan
}

export const init = defineCommand({
  summary: { vi: 'lập cơ quan phát hành: khóa của mọi vai trò', en: 'sets an authority up: the keys of all roles' },
  about: {
    vi: 'Tạo khóa của mọi vai trò (root, targets, snapshot, timestamp) và khóa gốc đầu tiên, trong thư mục nêu ở --authority.',
    en: 'Makes the keys of all roles (root, targets, snapshot, timestamp) and the first root, in the folder that --authority names.',
  },
  options,
  statuses: {
    0: { vi: 'đã lập', en: 'made' },
    1: { vi: 'không lập: có lý do kèm theo', en: 'not made; it says why' },
  },
  async run(_words, values, terminal) {
    const plan = plans(values.role ?? [])
    const days = readCount('--expires-days', values['expires-days'], 3_650) ?? 365
    const home = homeAt(homeFolder(values.authority, terminal.env))
    if (isAuthority(home)) throw failure('already-authority', { folder: home.folder })
    const ring = new KeyRing([home.keys], await choosePassphrase(terminal, []))
    alone(home.folder, () => {
      if (isAuthority(home)) throw failure('already-authority', { folder: home.folder })
      refuseLinkedFolders(home)
      for (const folder of [home.working, home.metadata]) makeFolder(folder)
      writeDurably(join(home.working, 'keys.json'), `${JSON.stringify({ keys: [] }, null, 1)}\n`)
      makeFirstRoot(home, ring, plan, terminal.now(), days)
    })
    const { made, next } = words[terminal.locale]
    terminal.print(say(terminal.locale, made, { folder: home.folder }))
    for (const role of roles) terminal.print(`  ${role}: ${plan[role].threshold}/${plan[role].keys}\n`)
    terminal.print(say(terminal.locale, next, { root: join(home.metadata, '1.root.json') }))
    return 0
  },
})
