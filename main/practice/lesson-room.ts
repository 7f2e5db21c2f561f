/** The codes of the guided lesson, as the demo's authority has made them beside the profile. A real profile has no lesson. */
import { join } from 'node:path'
import * as v from 'valibot'
import type { lessonMethods, Lesson } from '../../shared/contract/lesson.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import { lessonNames } from '../../shared/domain/lesson.ts'
import { readForeignFileIfThere } from '../files/index.ts'
import type { Room } from '../room.ts'

/** Where they lie in the profile; the tool that makes them writes there. */
const lessonFile = join('demo-codes', 'lesson.json')

/** Bytes: four times ten codes are some 20 KB. */
const largest = 1 << 18

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const setsSchema = v.pipe(v.array(v.strictObject(v.entriesFromList(lessonNames, text))), v.minLength(1), v.maxLength(16))

/** Opens the room. */
export function lessonRoom(parts: { profile: string; checkpoint: { mode: Mode } }): Room<keyof typeof lessonMethods> {
  const { profile, checkpoint } = parts
  let given = 0
  return {
    handlers: {
      'lesson.read': () => (checkpoint.mode === 'practice' ? lessonOf(profile, given++) : { kind: 'none' }),
    },
  }
}

/** @param time how often it was given before */
function lessonOf(profile: string, time: number): Lesson {
  const sets = readSets(join(profile, lessonFile))
  const codes = sets?.[time % sets.length]
  return codes ? { kind: 'lesson', codes: lessonNames.map((name) => ({ name, text: codes[name] })) } : { kind: 'none' }
}

/** Null where there are none, or the file is not as the tool writes it. */
function readSets(file: string): v.InferOutput<typeof setsSchema> | null {
  try {
    const found = readForeignFileIfThere(file, largest)
    const read = v.safeParse(setsSchema, found && JSON.parse(found.bytes.toString('utf8')))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
