/** `chot-authority init`: the keys of a new authority and its first root. */
import { join } from 'node:path'
import { say } from '../../shared/language/say.ts'
import { makeFolder, writeDurably } from '../repository/durable-write.ts'
import { failure } from '../repository/failures.ts'
import { homeAt, homeFolder, isAuthority } from '../repository/home.ts'
import { KeyRing } from '../repository/key-ring.ts'
import { roles, type Role } from '../repository/role-key.ts'
import { makeFirstRoot, readRolePlan, usualPlan, type RolePlan } from '../repository/root.ts'
import type { Command } from './command.ts'
import { UsageError } from './failure.ts'
import { choosePassphrase } from './passphrase.ts'
import { readArguments, readCount } from './read-arguments.ts'

const words = {
  vi: {
    made: 'Đã tạo cơ quan phát hành trong "{folder}".\n',
    next: 'Khóa gốc ban đầu cho các chốt: {root}\nHãy sao lưu thư mục này và giữ riêng các khóa root. Tiếp theo: "chot-authority key add issuer", rồi "chot-authority publish DIR".\n',
  },
  en: {
    made: 'Made an authority in "{folder}".\n',
    next: 'First root for the checkpoints: {root}\nBack this folder up and keep the root keys apart. Next: "chot-authority key add issuer", then "chot-authority publish DIR".\n',
  },
} as const

const options = {
  authority: { type: 'string' },
  role: { type: 'string', multiple: true },
  'expires-days': { type: 'string' },
} as const

function plans(given: readonly string[]): Record<Role, RolePlan> {
  const plan = { ...usualPlan }
  for (const text of given) {
    const read = readRolePlan(text)
    if (!read)
      throw new UsageError(
        `--role takes ROLE=THRESHOLD/KEYS, as in root=2/3, with ROLE one of ${roles.join(', ')}; not "${text}"`,
      )
    const [role, wanted] = read
    plan[role] = wanted
  }
  return plan
}

export const init: Command = {
  usage: `  init [--role ROLE=THRESHOLD/KEYS]… [--expires-days N]
      Makes the keys of all roles and the first root (usually root=2/3, targets=1/1, snapshot=1/1, timestamp=1/1;
      the root is good for 365 days).
`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options)
    if (positionals.length > 0)
      throw new UsageError('init takes no arguments; the folder is given with --authority DIR')
    const plan = plans(values.role ?? [])
    const days = readCount('--expires-days', values['expires-days'], 3_650) ?? 365
    const home = homeAt(homeFolder(values.authority, terminal.env))
    if (isAuthority(home)) throw failure('already-authority', { folder: home.folder })
    const ring = new KeyRing([home.keys], await choosePassphrase(terminal))
    makeFolder(home.folder, 0o700)
    for (const folder of [home.working, home.metadata]) makeFolder(folder)
    writeDurably(join(home.working, 'keys.json'), `${JSON.stringify({ keys: [] }, null, 1)}\n`)
    makeFirstRoot(home, ring, plan, terminal.now(), days)
    const { made, next } = words[terminal.locale]
    terminal.print(say(terminal.locale, made, { folder: home.folder }))
    for (const role of roles) terminal.print(`  ${role}: ${plan[role].threshold}/${plan[role].keys}\n`)
    terminal.print(say(terminal.locale, next, { root: join(home.metadata, '1.root.json') }))
    return 0
  },
}
