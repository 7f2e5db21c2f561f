/**
 * Reads the JSON that can be canonicalised: I-JSON (RFC 7493 §2), as RFC 8785 §3.1 asks. `JSON.parse` lets the last of
 * several members of one name win, so that what was signed and what is shown could differ; here they are refused.
 */
import { Malformed } from './malformed.ts'

/** A JSON value. Objects hold every member as their own, one called `__proto__` too. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Codes nest some eight deep. */
const deepest = 32

const space = /[\t\n\r ]*/y
/** From the space up, but for the quotation mark and the backslash (RFC 8259 §7). */
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y

class Reader {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  whole(): Json {
    const value = this.value(0)
    this.skipSpace()
    if (this.at < this.text.length) throw this.damaged('more text after the value')
    return value
  }

  private damaged(why: string): Malformed {
    return new Malformed('text-damaged', `${why} at ${this.at}`)
  }

  private skipSpace(): void {
    space.lastIndex = this.at
    space.test(this.text)
    this.at = space.lastIndex
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const token = pattern.exec(this.text)?.[0]
    if (token === undefined) return null
    this.at += token.length
    return token
  }

  /** Passes over one mark, if it comes next. */
  private take(mark: string): boolean {
    this.skipSpace()
    if (this.text.charAt(this.at) !== mark) return false
    this.at++
    return true
  }

  private expect(mark: string): void {
    if (!this.take(mark)) throw this.damaged(`no ${mark}`)
  }

  private string(): string | null {
    const token = this.match(string)
    if (token === null) return null
    const value: unknown = JSON.parse(token)
    if (typeof value !== 'string' || !value.isWellFormed()) throw this.damaged('half a surrogate pair before')
    return value
  }

  private value(depth: number): Json {
    if (depth > deepest) throw new Malformed('content-too-large', `nested more than ${deepest} deep`)
    if (this.take('{')) return this.members(depth + 1)
    if (this.take('[')) return this.items(depth + 1)
    return this.string() ?? this.scalar()
  }

  private scalar(): number | boolean | null {
    const token = this.match(scalar)
    switch (token) {
      case null:
        throw this.damaged('no value')
      case 'true':
        return true
      case 'false':
        return false
      case 'null':
        return null
      default: {
        const number = Number(token)
        if (!Number.isFinite(number)) throw this.damaged('a number too large before')
        return number
      }
    }
  }

  private items(depth: number): Json[] {
    const items: Json[] = []
    if (this.take(']')) return items
    do items.push(this.value(depth))
    while (this.take(','))
    this.expect(']')
    return items
  }

  private members(depth: number): { [name: string]: Json } {
    const members = new Map<string, Json>()
    if (this.take('}')) return {}
    do {
      this.skipSpace()
      const name = this.string()
      if (name === null) throw this.damaged('no member name')
      if (members.has(name)) throw this.damaged('a second member of the same name before')
      this.expect(':')
      members.set(name, this.value(depth))
    } while (this.take(','))
    this.expect('}')
    // Defines members instead of assigning them: a `__proto__` stays data.
    return Object.fromEntries(members)
  }
}

/**
 * Reads a JSON text (RFC 8259), strictly. Refuses what RFC 7493 §2 does: members of the same name, text that is not
 * Unicode, numbers beyond a double; and nesting more than 32 deep.
 * @throws Malformed
 */
export function readJson(text: string): Json {
  return new Reader(text).whole()
}
