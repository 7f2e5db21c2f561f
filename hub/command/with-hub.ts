/** The hub that a command works on. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Failure, status, systemReason, type Options, type Terminal } from '../../main/terminal/index.ts'
import { openDatabase, type HubDatabase } from '../database/open-database.ts'
import { hasServer } from '../database/server-home.ts'
import { HubFault, hubFaults } from '../fault.ts'
import { openHub, type HubGround } from '../ground.ts'

export const dataOption = {
  data: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục dữ liệu của máy chủ (mặc định: CHOT_HUB_DATA, nếu không có thì ~/chot-hub)',
      en: 'the hub’s data folder (default: CHOT_HUB_DATA, else ~/chot-hub)',
    },
  },
} as const satisfies Options

export const jsonOption = {
  json: { type: 'boolean', says: { vi: 'JSON cho chương trình khác đọc', en: 'JSON for programs' } },
} as const satisfies Options

interface Named {
  data?: string
  recovery?: string
}

const noHub = {
  vi: 'không có máy chủ nào trong {folder}. Kiểm tra --data hoặc CHOT_HUB_DATA; máy chủ mới: npm run hub -- --data {folder}',
  en: 'there is no hub in {folder}. Check --data or CHOT_HUB_DATA; for a new hub: npm run hub -- --data {folder}',
} as const

/**
 * Opens the hub that is there, does something, and closes it. Another process may have it open as well. None is made where
 * there is none: a copy of it would be of nothing, and a mistyped folder would have keys of its own.
 * @throws Failure
 */
export async function withHub<T>(named: Named, terminal: Terminal, act: (ground: HubGround) => Promise<T>): Promise<T> {
  const { folder, url } = placeOf(named, terminal)
  if (url === undefined && !hasServer(folder)) throw new Failure('no-hub', noHub, { folder }, { status: status.setup })
  return withNewHub(named, terminal, act)
}

/** The same; the first time makes it. @throws Failure */
export function withNewHub<T>(named: Named, terminal: Terminal, act: (ground: HubGround) => Promise<T>): Promise<T> {
  const { now } = terminal
  return opened(named, terminal, (place) => openHub({ ...place, now, recovery: named.recovery ?? null }), act)
}

/** The same with the database alone: there may be no hub in it yet. @throws Failure */
export const withDatabase = <T>(
  named: Named,
  terminal: Terminal,
  act: (database: HubDatabase) => Promise<T>,
): Promise<T> => opened(named, terminal, openDatabase, act)

function placeOf({ data }: Named, { env }: Terminal): { folder: string; url: string | undefined } {
  const folder = data ?? env['CHOT_HUB_DATA'] ?? join(homedir(), 'chot-hub')
  return { folder, url: env['DATABASE_URL'] || undefined }
}

async function opened<G extends { close: () => Promise<void> }, T>(
  named: Named,
  terminal: Terminal,
  open: (place: { data: string; url: string | undefined }) => Promise<G>,
  act: (ground: G) => Promise<T>,
): Promise<T> {
  const { folder, url } = placeOf(named, terminal)
  let ground
  try {
    ground = await open({ data: folder, url })
  } catch (error) {
    if (!(error instanceof HubFault)) throw error
    const why = error.cause === undefined ? '' : systemReason(error.cause, terminal.locale)
    throw new Failure(error.code, hubFaults[error.code], { why }, { status: status.setup, cause: error })
  }
  try {
    return await act(ground)
  } finally {
    await ground.close()
  }
}
