import { readScriptConfig } from '@/shared/student/api'

// WeChat's JS-SDK, where the page is inside WeChat: fetched when it is first needed, and told once for each address that it may work.

interface Wx {
  config: (given: object) => void
  ready: (then: () => void) => void
  error: (then: (fault: { errMsg?: string }) => void) => void
  getLocation: (given: { type: 'wgs84' | 'gcj02'; success: (place: { latitude: number; longitude: number }) => void; fail: (fault: unknown) => void; cancel: () => void }) => void
  openLocation: (given: { latitude: number; longitude: number; name: string; address?: string; scale?: number }) => void
  scanQRCode: (given: { needResult: 1; scanType: string[]; success: (got: { resultStr: string }) => void; fail: (fault: unknown) => void; cancel: () => void }) => void
}

const patience = 10_000
/** On iPhones WeChat goes by the address that it opened first, elsewhere by the present one. */
const landed = location.href.split('#')[0]!
const address = () => (/iPhone|iPad/.test(navigator.userAgent) ? landed : location.href.split('#')[0]!)
const told = new Map<string, Promise<Wx>>()
let script: Promise<void> | undefined

const given = () => (window as unknown as { wx?: Wx }).wx

function load(from: string): Promise<void> {
  script ??= new Promise<void>((resolve, reject) => {
    const element = document.createElement('script')
    element.src = from
    element.onload = () => resolve()
    element.onerror = () => {
      script = undefined
      reject(new Error('no script'))
    }
    document.head.append(element)
  })
  return script
}

async function configure(url: string): Promise<Wx> {
  const config = await readScriptConfig(url)
  await load(config.script)
  const wx = given()
  if (!wx) throw new Error('no wx')
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), patience)
    wx.ready(() => {
      clearTimeout(timer)
      resolve()
    })
    wx.error(fault => {
      clearTimeout(timer)
      reject(new Error(fault.errMsg ?? 'refused'))
    })
    wx.config({ debug: false, appId: config.app_id, timestamp: config.timestamp, nonceStr: config.nonce, signature: config.signature, jsApiList: config.apis })
  })
  return wx
}

async function wechat(): Promise<Wx> {
  const url = address()
  let ready = told.get(url)
  if (!ready) {
    told.set(url, (ready = configure(url)))
    ready.catch(() => told.delete(url))
  }
  return ready
}

/** Where the phone is, WGS-84; null where that is not told. */
export async function wechatPlace(): Promise<{ latitude: number; longitude: number } | null> {
  const wx = await wechat().catch(() => null)
  if (!wx) return null
  return new Promise(resolve => wx.getLocation({ type: 'wgs84', success: ({ latitude, longitude }) => resolve({ latitude: Number(latitude), longitude: Number(longitude) }), fail: () => resolve(null), cancel: () => resolve(null) }))
}

/** What a scanned code says; null when nothing was scanned. Throws when it cannot be scanned. */
export async function scanCode(): Promise<string | null> {
  const wx = await wechat()
  return new Promise((resolve, reject) => wx.scanQRCode({ needResult: 1, scanType: ['qrCode', 'barCode'], success: got => resolve(got.resultStr), fail: () => reject(new Error('scan')), cancel: () => resolve(null) }))
}
