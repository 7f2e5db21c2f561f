/** `chot-hub account`: who may sign in at the hub's page. */
import * as v from 'valibot'
import { accountNameSchema, accountRoles } from '../../shared/hub-api/session.ts'
import { say } from '../../shared/language/say.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { defineCommand, Failure, status, UsageError, type Options, type Terminal } from '../../main/terminal/index.ts'
import { addAccount, readAccounts, removeAccount, resetPassword } from '../accounts/accounts.ts'
import type { HubGround } from '../ground.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    account:
      '{name}: {role, select, admin {quản trị} other {chỉ xem}}{mustChange, select, yes {, chưa đổi mật khẩu đã in} other {}}',
    none: 'Chưa có ai: npm run hub in tên và mật khẩu đầu tiên.',
    password: 'Tên {name}, mật khẩu {password}\nChỉ in một lần; phải đổi khi vào lần đầu.',
    removed: '{name} không vào được nữa; nếu đang vào thì đã bị đẩy ra.',
  },
  en: {
    account:
      '{name}: {role, select, admin {admin} other {viewer}}{mustChange, select, yes {, has not changed the printed password} other {}}',
    none: 'There is nobody yet: npm run hub prints the first name and password.',
    password: 'Name {name}, password {password}\nPrinted this once, and to be changed at the first sign-in.',
    removed: '{name} cannot sign in any more, and was signed out.',
  },
} as const

const options = {
  ...dataOption,
  role: {
    type: 'string',
    value: accountRoles.join('|'),
    says: { vi: 'với add: được làm gì (mặc định: viewer)', en: 'with add: what it may do (default: viewer)' },
  },
  ...jsonOption,
} as const satisfies Options

type Telling = (what: keyof (typeof words)['vi'], values: Record<string, string>) => void

interface Naming {
  name: string
  role: (typeof accountRoles)[number]
}

const refuse = (code: string, sentences: Sentences, name: string): never => {
  throw new Failure(code, sentences, { name }, { status: status.no })
}

const unknown = (name: string): never =>
  refuse(
    'no-account',
    {
      vi: 'không có ai tên {name}. Xem tên bằng chot-hub account list',
      en: 'nobody is called {name}. Their names stand in chot-hub account list',
    },
    name,
  )

const deeds: Record<string, (ground: HubGround, naming: Naming, tell: Telling) => Promise<void>> = {
  async add({ pool, now }, { name, role }, tell) {
    const taken = {
      vi: 'đã có {name}. Mật khẩu mới: chot-hub account password {name}',
      en: 'there is {name} already. For a new password: chot-hub account password {name}',
    }
    tell('password', {
      name,
      password: (await addAccount(pool, { name, role }, now())) ?? refuse('taken', taken, name),
    })
  },
  async password({ pool }, { name }, tell) {
    tell('password', { name, password: (await resetPassword(pool, name)) ?? unknown(name) })
  },
  async remove({ pool }, { name }, tell) {
    const removed = await removeAccount(pool, name)
    if (removed === 'unknown') unknown(name)
    const last = {
      vi: '{name} là người quản trị cuối cùng. Thêm người khác trước: chot-hub account add TÊN --role admin',
      en: '{name} is the last admin. Add another one first: chot-hub account add NAME --role admin',
    }
    if (removed === 'last-admin') refuse('last-admin', last, name)
    tell('removed', { name })
  },
}

async function list({ pool }: HubGround, json: boolean, tell: Telling, { locale, print }: Terminal): Promise<void> {
  const accounts = await readAccounts(pool)
  if (json) print(`${JSON.stringify({ accounts })}\n`)
  else if (accounts.length === 0) print(`${words[locale].none}\n`)
  else
    for (const { name, role, mustChange } of accounts)
      tell('account', { name, role, mustChange: mustChange ? 'yes' : 'no' })
}

/** @throws UsageError */
function namingOf(name: string, role = 'viewer'): Naming {
  if (!v.is(accountNameSchema, name))
    throw new UsageError({
      vi: 'tên có 1 đến 40 chữ thường không dấu, số, chấm, gạch: lan.tran',
      en: 'a name has 1 to 40 small letters a to z, figures, dots and dashes: lan.tran',
    })
  const known = accountRoles.find((each) => each === role)
  if (known) return { name, role: known }
  throw new UsageError({ vi: '--role nhận {roles}', en: '--role takes {roles}' }, { roles: accountRoles.join('|') })
}

export const accountCommand = defineCommand({
  summary: { vi: 'ai vào được trang của máy chủ', en: 'who may sign in at the hub’s page' },
  about: {
    vi: `add: thêm một người, in mật khẩu đầu tiên; viewer chỉ xem, admin cũng mời, thu hồi, thay chốt.
password: đặt lại mật khẩu và in ra; ai đang vào bằng tên này bị đẩy ra.
remove: người này không vào được nữa. Người quản trị cuối cùng thì giữ.
list: in ra tất cả.`,
    en: `add: adds somebody and prints a first password; a viewer only looks, an admin also invites, revokes and replaces checkpoints.
password: sets another password and prints it; whoever is signed in by this name is signed out.
remove: this one cannot sign in any more. The last admin stays.
list: prints all of them.`,
  },
  words: { says: { vi: 'list|add|password|remove [TÊN]', en: 'list|add|password|remove [NAME]' }, least: 1, most: 2 },
  options,
  statuses: {
    0: { vi: 'đã làm', en: 'done' },
    1: { vi: 'không làm; có lý do', en: 'not done; it says why' },
  },
  run([deed = '', name], values, terminal) {
    const { locale, print } = terminal
    const json = values.json === true
    const tell: Telling = (what, said) =>
      print(json ? `${JSON.stringify(said)}\n` : `${say(locale, words[locale][what], said)}\n`)
    const act = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined
    if (deed !== 'list' && !act)
      throw new UsageError(
        { vi: 'không có "{deed}"; có {deeds}', en: 'there is no "{deed}"; there are {deeds}' },
        { deed, deeds: ['list', ...Object.keys(deeds)].join(', ') },
      )
    const naming = act ? namingOf(name ?? '', values.role) : null
    return withHub(values, terminal, async (ground) => {
      if (act && naming) await act(ground, naming, tell)
      else await list(ground, json, tell, terminal)
      return 0 as const
    })
  },
})
