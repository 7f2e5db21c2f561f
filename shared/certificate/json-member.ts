/** Members of hostile JSON, read leniently: what is not of its kind counts as absent. */
import type { Json } from './json.ts'

export type JsonObject = { readonly [name: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text with something in it, without white space around it. */
export function text(value: Json | undefined): string | null {
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time after it is left out. */
export function date(value: Json | undefined): string | null {
  return /^\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])/.exec(text(value) ?? '')?.[0] ?? null
}

/** The members of a list that are objects. */
export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter((item: Json) => isObject(item)) : []
}
