/** The guided lesson of a practice kiosk: the codes of those who come. A real one has none. */
import * as v from 'valibot'
import { lessonNames } from '../domain/lesson.ts'
import { anybody } from './role.ts'
import { longestText } from './schemas.ts'

const codeSchema = v.strictObject({
  name: v.picklist(lessonNames),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
})

export const lessonSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('lesson'), codes: v.pipe(v.array(codeSchema), v.length(lessonNames.length)) }),
  /** It is real, or its practice codes were not made: "npm start" makes them. */
  v.strictObject({ kind: v.literal('none') }),
])
export type Lesson = v.InferOutput<typeof lessonSchema>

export const lessonMethods = {
  /** Ten codes, another ten at the next time: whoever comes again is not who was there before. */
  'lesson.read': { input: v.strictObject({}), output: lessonSchema, roles: anybody },
} as const
