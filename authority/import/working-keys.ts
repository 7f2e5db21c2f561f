/** The working `keys.json` as importing reads and writes it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { Failure } from '../../main/terminal/index.ts'
import { writeDurably } from '../repository/durable-write.ts'
import type { Home } from '../repository/home.ts'
import { workingKeysSchema } from './merge-keys.ts'

export type WorkingKeys = v.InferOutput<typeof workingKeysSchema>

const fileOf = (home: Home): string => join(home.working, 'keys.json')

/** @throws Failure `working-keys-damaged` */
export function readWorkingKeys(home: Home): WorkingKeys {
  const file = fileOf(home)
  if (!existsSync(file)) return { keys: [] }
  try {
    return v.parse(workingKeysSchema, parseJsonBytes(readNamedFile(file)))
  } catch (error) {
    throw new Failure(
      'working-keys-damaged',
      {
        vi: 'Không đọc được {file} của cơ quan phát hành. Khôi phục từ bản sao lưu; danh sách khóa không thay đổi.',
        en: 'The authority’s own {file} cannot be read. Restore it from its backup; no key was changed.',
      },
      { file },
      { cause: error },
    )
  }
}

export function writeWorkingKeys(home: Home, working: WorkingKeys): void {
  writeDurably(fileOf(home), `${JSON.stringify(working, null, 1)}\n`)
}
