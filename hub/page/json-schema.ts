/** The page's schemas as JSON Schema: what Fastify checks by, and what the OpenAPI document says. */
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'

/**
 * Of one schema. What JSON Schema cannot say (a check by a function) it leaves out; the handler parses by the schema itself.
 * @param target the draft that Fastify's checker speaks, or the one that OpenAPI 3.1 does
 */
export function jsonSchemaOf(
  schema: v.GenericSchema,
  target: 'draft-07' | 'draft-2020-12' = 'draft-07',
): Record<string, unknown> {
  const said: Record<string, unknown> = { ...toJsonSchema(schema, { errorMode: 'ignore', target }) }
  delete said['$schema']
  return said
}
