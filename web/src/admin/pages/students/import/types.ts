import type { ImportKind } from './kinds'

export type RowKind = 'new' | 'changed' | 'unchanged' | 'bad'

export const rowKinds: readonly RowKind[] = ['new', 'changed', 'unchanged', 'bad']

/** An import: first a preview, then it is applied. */
export interface Import {
  id: string | number
  kind: ImportKind
  state: 'preview' | 'running' | 'done' | 'failed'
  counts: Record<RowKind, number>
  total: number
  done?: number | null
  message?: string | null
}

export interface ImportRow {
  line: number
  key: string
  what: RowKind
  changes: { field: string; before?: string | number | boolean | null; after?: string | number | boolean | null }[]
  message?: string | null
}

export interface ImportRows {
  items: ImportRow[]
  total: number
}
