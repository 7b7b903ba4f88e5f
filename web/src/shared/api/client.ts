import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './schema'

/** A call that was not done, with what the server says of it. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string, readonly body: unknown = undefined, readonly retryAfter?: number) {
    super(message)
  }
}

const header = 'X-SEMS-Antiforgery'
let antiforgery = ''
let sessionAddress = '/api/session'
const signedOut = new Set<() => void>()

/** The token that goes with every change; told by the session. */
export function useAntiforgery(token: string) {
  antiforgery = token
}

/** Where this entry's people sign in, /api/session unless told. */
export function useSessionAddress(address: string) {
  sessionAddress = address
}

/** Called when the server no longer knows who asks. */
export function onSignedOut(listener: () => void) {
  signedOut.add(listener)
}

/** Asks whether the sign-in still stands, for what is not told: the browser hides why a stream was refused. */
export async function checkSignedIn() {
  try {
    const { user } = await sendJson<{ user: object | null }>('GET', sessionAddress)
    if (!user) signedOut.forEach(listener => listener())
  } catch {
    // the server is away: that says nothing of the sign-in
  }
}

/** What goes with a request that changes something and is not made by the client below. What only reads goes plain: as a page's head asks for it ahead. */
export const requestHeaders = (method: string): Record<string, string> => (method === 'GET' ? {} : { [header]: antiforgery })

/** Whether a refusal is of the sign-in itself: over, its password to be changed, or its token no longer good. Then it is read anew. */
async function concernsSignIn(response: Response): Promise<boolean> {
  if (response.status === 401) return true
  if (response.status !== 403) return false
  const body = (await response.clone().json().catch(() => null)) as { code?: string } | null
  return body?.code === 'antiforgery' || body?.code === 'must_change_password'
}

const watch: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(requestHeaders(request.method))) request.headers.set(name, value)
    return request
  },
  async onResponse({ request, response }) {
    if (new URL(request.url).pathname !== sessionAddress && (await concernsSignIn(response))) signedOut.forEach(listener => listener())
    return response
  },
}

/** The operator API, typed by its OpenAPI document. Use `ask` around its calls. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' })
api.use(watch)

interface Reply<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of a reply; throws ApiError (status 0: the server was not reached). */
export async function ask<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>
  try {
    reply = await call
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new ApiError(0, '')
  }
  if (reply.response.ok) return reply.data as T
  throw fault(reply.response, reply.error)
}

function fault(response: Response, body: unknown): ApiError {
  const message = typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string' ? body.message : ''
  const after = Number(response.headers.get('Retry-After'))
  return new ApiError(response.status, message, body, Number.isFinite(after) && after > 0 ? after : undefined)
}

/** A call to a route that is not in the document, or whose reply is not JSON. */
export async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      method, credentials: 'same-origin', ...(signal ? { signal } : {}),
      headers: { ...requestHeaders(method), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new ApiError(0, '')
  }
  if (!path.startsWith(sessionAddress) && (await concernsSignIn(response))) signedOut.forEach(listener => listener())
  if (!response.ok) throw fault(response, await response.json().catch(() => undefined))
  return response
}

/** As send, for JSON replies. */
export async function sendJson<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** A query string of what is set. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `?${text}` : ''
}
