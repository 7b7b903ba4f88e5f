/** The name of the frame that stands for WeChat in the demo. */
const standIn = 'sems-wechat'

/** Whether the page is shown by WeChat's own browser. */
export const insideWechat = () => /MicroMessenger/i.test(navigator.userAgent) || window.name === standIn

/** The address that proves by WeChat who asks, and then goes on to a page below /wechat. */
export const oauthAddress = (page: string) => `/wechat/oauth?to=${encodeURIComponent(`/wechat${page}`)}`

/** A page of ours to go on to, as it is told in an address; the first one where it is none. */
export function pageToGoTo(told: unknown): string {
  if (typeof told !== 'string') return '/'
  const page = told.startsWith('/wechat/') ? told.slice('/wechat'.length) : told
  return /^\/(?![/\\])/.test(page) && !/^\/(sign-in|register|bind|oauth)\b/.test(page) ? page : '/'
}
