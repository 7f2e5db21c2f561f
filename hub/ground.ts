/** What a hub works on, opened. */
import { openDatabase, type HubDatabase, type Pool } from './database/open-database.ts'
import { Partitions } from './database/partitions.ts'
import { openHubKeys, type HubKeys } from './hub-keys.ts'

export interface HubGround {
  pool: Pool
  /** As they were last read. */
  keys: HubKeys
  /** Reads them anew: another process may have made one. */
  rereadKeys: () => Promise<void>
  partitions: Partitions
  server: HubDatabase['server']
  room: HubDatabase['room']
  /** Epoch milliseconds. */
  now: () => number
  close: () => Promise<void>
}

interface Opening {
  /** The hub's data folder. */
  data: string
  /** As DATABASE_URL says. */
  url: string | undefined
  now: () => number
  /** The province's recovery key, 32 bytes in base64url, where the first start says one. */
  recovery?: string | null
}

/** Opens it. @throws HubFault */
export async function openHub({ data, url, now, recovery = null }: Opening): Promise<HubGround> {
  const { pool, server, room, close } = await openDatabase({ data, url })
  try {
    const keys = await openHubKeys(pool, { recovery, now: now() })
    const ground: HubGround = {
      pool,
      keys,
      async rereadKeys() {
        ground.keys = await openHubKeys(pool, { recovery: null, now: now() })
      },
      partitions: new Partitions(pool),
      server,
      room,
      now,
      close,
    }
    return ground
  } catch (error) {
    await close()
    throw error
  }
}
