import { ref, shallowRef } from 'vue'
import type { Place } from '@/shared/map/gcj02'
import { insideWechat } from '../access/inside'
import { wechatPlace } from '../wx/sdk'

/** Where the phone was found; kept while the pages are open, so that coming back asks nothing. */
const place = shallowRef<Place>()
const asking = ref(false)
const refused = ref(false)

const byBrowser = () => new Promise<Place | null>(resolve => {
  if (!('geolocation' in navigator)) return resolve(null)
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }), () => resolve(null), { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
  )
})

async function locate() {
  asking.value = true
  refused.value = false
  const found = (insideWechat() ? await wechatPlace() : null) ?? (await byBrowser())
  if (found) place.value = found
  refused.value = !found
  asking.value = false
}

/** The phone's place: inside WeChat asked at once by its JS-SDK, elsewhere by the browser when somebody taps. */
export function usePlace() {
  if (insideWechat() && !place.value && !asking.value && !refused.value) void locate()
  return { place, asking, refused, locate }
}
