/** Members of hostile JSON, read leniently: what is not of its kind counts as absent. */
import { statedDate } from '../domain/time/calendar-date.ts'
import { isPlaceholder } from '../domain/person/placeholder.ts'
import type { Json } from './json.ts'

export type JsonObject = { readonly [name: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that says something, without white space around it. */
export function text(value: Json | undefined): string | null {
  return typeof value === 'string' && !isPlaceholder(value) ? value.trim() : null
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time after it is left out. */
export function date(value: Json | undefined): string | null {
  return statedDate(text(value) ?? '')
}

/** The members of a list that are objects. */
export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter((item: Json) => isObject(item)) : []
}
