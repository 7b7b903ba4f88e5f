import { computed, inject, provide, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { api, ApiError, ask } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { useLoad } from '@/shared/load'
import { changesOf, draftOf, patchOf, read, rebased, same, type Change, type Draft, type Value } from './draft'
import { fieldOf } from './fields'
import { textOf, valueOf, type Typed } from './typed'

export type SettingsView = components['schemas']['SettingsView']

/** What is wrong with a field: a name of `faults`, or the server's words. */
export interface Fault {
  code?: string
  words?: string
  values?: Record<string, unknown>
}

/** The settings were changed by somebody else while these edits were made. */
export interface Conflict {
  fresh: SettingsView
  theirs: Change[]
  both: string[]
}

interface Problem {
  faults?: { field: string; value: string; allowed: string }[]
}

/** Settings of the campus or, with a group, of a station, being edited. */
export function makeForm(group: string | undefined) {
  const load = useLoad(signal => get(signal))
  const view = shallowRef<SettingsView>()
  const draft = shallowRef<Draft>(new Map())
  const typed = ref(new Map<string, string>())
  const faults = ref(new Map<string, Fault>())
  const otherFaults = ref<string[]>([])
  const conflict = shallowRef<Conflict | null>(null)
  const saving = ref(false)
  const base = computed(() => draftOf(view.value?.set))
  const changes = computed(() => changesOf(base.value, draft.value))

  watch(load.data, got => {
    if (got && !view.value) take(got)
  })

  function get(signal?: AbortSignal): Promise<SettingsView> {
    const more = signal ? { signal } : {}
    return group ? ask(api.GET('/api/admin/stations/{group}/settings', { params: { path: { group } }, ...more })) : ask(api.GET('/api/admin/settings', more))
  }

  /** Begins anew from what is in force. */
  function take(got: SettingsView, edited: Draft = draftOf(got.set)) {
    view.value = got
    draft.value = edited
    typed.value = new Map()
    faults.value = new Map()
    otherFaults.value = []
    conflict.value = null
  }

  /** What holds where nothing is set here. */
  const below = (path: string): Value => read(view.value?.defaults, path) ?? ''
  const value = (path: string): Value => draft.value.get(path) ?? below(path)
  const isSet = (path: string) => draft.value.has(path)
  const isChanged = (path: string) => typed.value.has(path) || !same(base.value.get(path), draft.value.get(path))
  const text = (path: string) => typed.value.get(path) ?? textOf(fieldOf(path), value(path))

  function mend(path: string) {
    faults.value.delete(path)
    otherFaults.value = []
  }

  /** Sets a field; what is as below and was not set before stays not set. */
  function put(path: string, to: Value) {
    mend(path)
    typed.value.delete(path)
    const next = new Map(draft.value)
    if (!base.value.has(path) && same(to, below(path))) next.delete(path)
    else next.set(path, to)
    draft.value = next
  }

  /** Sets a field as typed; what cannot be taken stays in the input with its fault. */
  function type(path: string, words: string) {
    const got: Typed = valueOf(fieldOf(path), words)
    if ('value' in got) {
      put(path, got.value)
      typed.value.set(path, words)
    } else wrong(path, { code: got.fault }, words)
  }

  function wrong(path: string, fault: Fault, words = '') {
    typed.value.set(path, words)
    faults.value.set(path, fault)
  }

  /** After typing: the input shows the value as it is written, if it could be taken. */
  function settle(path: string) {
    if (!faults.value.has(path)) typed.value.delete(path)
  }

  /** Takes a field back. */
  function reset(path: string) {
    mend(path)
    typed.value.delete(path)
    const next = new Map(draft.value)
    next.delete(path)
    draft.value = next
  }

  function patch(body: { version: number; settings: unknown }): Promise<SettingsView> {
    return group
      ? ask(api.PATCH('/api/admin/stations/{group}/settings', { params: { path: { group } }, body }))
      : ask(api.PATCH('/api/admin/settings', { body }))
  }

  /** Saves the changes; false when they were refused, which the form then shows. Throws ApiError for what no edit can mend. */
  async function save(): Promise<boolean> {
    saving.value = true
    try {
      take(await patch({ version: view.value!.version, settings: patchOf(changes.value) }))
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.status === 409 && (await changedMeanwhile())) return false
      if (error.status !== 400) throw error
      refused(error)
      return false
    } finally {
      saving.value = false
    }
  }

  function refused(error: ApiError) {
    const told = (error.body as Problem | undefined)?.faults ?? []
    const known = told.filter(f => fieldPath(f.field))
    for (const fault of known) faults.value.set(fieldPath(fault.field)!, { words: fault.allowed })
    otherFaults.value = told.length === known.length && told.length ? [] : told.length ? told.filter(f => !known.includes(f)).map(f => `${f.field} ${f.value}：${f.allowed}`) : [error.message]
  }

  async function changedMeanwhile(): Promise<boolean> {
    const fresh = await get()
    if (fresh.version === view.value!.version) return false
    const theirs = changesOf(base.value, draftOf(fresh.set))
    const mine = new Set(changes.value.map(c => c.path))
    conflict.value = { fresh, theirs, both: theirs.map(c => c.path).filter(path => mine.has(path)) }
    return true
  }

  function resolve(keep: boolean) {
    const { fresh } = conflict.value!
    take(fresh, keep ? rebased(changes.value, draftOf(fresh.set)) : undefined)
  }

  return {
    group, load, view, draft, faults, otherFaults, conflict, saving, changes, dirty: computed(() => changes.value.length > 0 || faults.value.size > 0),
    below, value, isSet, isChanged, text, put, type, wrong, settle, reset, save, resolve,
    take, revert: () => take(view.value!),
  }
}

/** The setting a fault is of: "tariff.bands.0.from" is of the bands. */
function fieldPath(of: string): string | null {
  const path = of.startsWith('tariff.bands') ? 'tariff.bands' : of
  try {
    return fieldOf(path).path
  } catch {
    return null
  }
}

export type SettingsFormState = ReturnType<typeof makeForm>

const key: InjectionKey<{ form: SettingsFormState; readonly: boolean }> = Symbol('settings')

export const provideForm = (form: SettingsFormState, readonly: boolean) => provide(key, { form, readonly })

/** The form that the component is in. */
export function useForm() {
  const found = inject(key)
  if (!found) throw new Error('Not in a form of settings')
  return found
}
