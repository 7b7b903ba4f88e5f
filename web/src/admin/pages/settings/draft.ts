// A form's draft: what is set here, field by field. Fields that are not in it go by the layer below.

import type { Band } from './bands'
import { fields } from './fields'

export type Value = number | string | readonly Band[]
/** What is set here, by path. */
export type Draft = ReadonlyMap<string, Value>

/** A field that a draft changes; undefined is "not set here". */
export interface Change {
  path: string
  before: Value | undefined
  after: Value | undefined
}

/** A value in settings as the server tells them, or undefined. */
export function read(settings: unknown, path: string): Value | undefined {
  let at: unknown = settings
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return at === null || at === undefined ? undefined : (at as Value)
}

/** What is set, as a draft. */
export function draftOf(set: unknown): Draft {
  const draft = new Map<string, Value>()
  for (const field of fields) {
    const value = read(set, field.path)
    if (value !== undefined) draft.set(field.path, value)
  }
  return draft
}

export const same = (a: Value | undefined, b: Value | undefined) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** What a draft changes of what was set before, in the order of the form. */
export const changesOf = (before: Draft, draft: Draft): Change[] =>
  fields.filter(f => !same(before.get(f.path), draft.get(f.path))).map(f => ({ path: f.path, before: before.get(f.path), after: draft.get(f.path) }))

/** What to send to change so: fields that are taken back are null. */
export function patchOf(changes: readonly Change[]): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const { path, after } of changes) {
    const names = path.split('.')
    const last = names.pop()!
    let at = patch
    for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>
    at[last] = after ?? null
  }
  return patch
}

/** My changes put onto what somebody else has set meanwhile. */
export function rebased(mine: readonly Change[], theirs: Draft): Draft {
  const draft = new Map(theirs)
  for (const { path, after } of mine) {
    if (after === undefined) draft.delete(path)
    else draft.set(path, after)
  }
  return draft
}

/** The fields of a part of the tariff as they would be with a draft, for a price example. */
export function tariffOf(value: (path: string) => Value): Record<string, Value> {
  return Object.fromEntries(fields.filter(f => f.part === 'tariff').map(f => [f.path.slice('tariff.'.length), value(f.path)]))
}
