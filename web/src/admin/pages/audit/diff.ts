/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** A field that is another one since. */
export interface FieldChange {
  /** For example tariff.bands[1].fen_per_hour. */
  path: string
  kind: 'added' | 'removed' | 'changed'
  before?: Json
  after?: Json
}

const isObject = (value: Json | undefined): value is { [name: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlainList = (value: Json): boolean => Array.isArray(value) && value.every(each => typeof each !== 'object' || each === null)

/** Fields by path. Lists of plain values are one value; null is no value. */
function flatten(value: Json | undefined, path: string, into: Map<string, Json>) {
  if (value === undefined || value === null) return
  if (isObject(value)) for (const [name, each] of Object.entries(value)) flatten(each, path ? `${path}.${name}` : name, into)
  else if (Array.isArray(value) && !isPlainList(value)) value.forEach((each, at) => flatten(each, `${path}[${at + 1}]`, into))
  else into.set(path, value)
}

/** What differs, field by field, in the order in which they are written: those there were, then those that came. */
export function diffFields(before: Json | undefined, after: Json | undefined): FieldChange[] {
  const [was, is] = [new Map<string, Json>(), new Map<string, Json>()]
  flatten(before, '', was)
  flatten(after, '', is)
  const changes: FieldChange[] = []
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [then, now] = [was.get(path), is.get(path)]
    if (JSON.stringify(then) === JSON.stringify(now)) continue
    if (then === undefined) changes.push({ path, kind: 'added', after: now! })
    else if (now === undefined) changes.push({ path, kind: 'removed', before: then })
    else changes.push({ path, kind: 'changed', before: then, after: now })
  }
  return changes
}
