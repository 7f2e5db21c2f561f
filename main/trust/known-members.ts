/** A file of a newer version, without the members that this one knows nothing of. */
import * as v from 'valibot'

/** Members that are looked for: who has more of them has another file. */
const mostUnknown = 64

const object = v.record(v.string(), v.unknown())

/** The same without what lies at a path. */
function without(value: unknown, [first = '', ...rest]: readonly string[]): unknown {
  const { [first]: inner, ...others } = v.parse(object, value)
  return rest.length === 0 ? others : { ...others, [first]: without(inner, rest) }
}

/**
 * Leaves out what a schema of strict objects does not know.
 * @returns what is left, which may be wrong in other ways, and the dotted names of what was left out
 */
export function knownMembers(schema: v.GenericSchema, content: unknown): { known: unknown; unknown: string[] } {
  let known = content
  const unknown: string[] = []
  while (unknown.length < mostUnknown) {
    const foreign = v.safeParse(schema, known).issues?.find(({ expected }) => expected === 'never')
    const path = foreign?.path?.map(({ key }) => String(key))
    if (!path) break
    known = without(known, path)
    unknown.push(path.join('.'))
  }
  return { known, unknown }
}
