/** The hub that a command works on. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Failure, status, systemReason, type Options, type Terminal } from '../../main/terminal/index.ts'
import { openDatabase, type HubDatabase } from '../database/open-database.ts'
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

/**
 * Opens it, does something, and closes it. Another process may have it open as well.
 * @throws Failure
 */
export function withHub<T>(named: Named, terminal: Terminal, act: (ground: HubGround) => Promise<T>): Promise<T> {
  const { now } = terminal
  return opened(named, terminal, (place) => openHub({ ...place, now, recovery: named.recovery ?? null }), act)
}

/** The same with the database alone: there may be no hub in it yet. @throws Failure */
export const withDatabase = <T>(
  named: Named,
  terminal: Terminal,
  act: (database: HubDatabase) => Promise<T>,
): Promise<T> => opened(named, terminal, openDatabase, act)

async function opened<G extends { close: () => Promise<void> }, T>(
  { data }: Named,
  { env, locale }: Terminal,
  open: (place: { data: string; url: string | undefined }) => Promise<G>,
  act: (ground: G) => Promise<T>,
): Promise<T> {
  const folder = data ?? env['CHOT_HUB_DATA'] ?? join(homedir(), 'chot-hub')
  let ground
  try {
    ground = await open({ data: folder, url: env['DATABASE_URL'] || undefined })
  } catch (error) {
    if (!(error instanceof HubFault)) throw error
    const why = error.cause === undefined ? '' : systemReason(error.cause, locale)
    throw new Failure(error.code, hubFaults[error.code], { why }, { status: status.setup, cause: error })
  }
  try {
    return await act(ground)
  } finally {
    await ground.close()
  }
}
