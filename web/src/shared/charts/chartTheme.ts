import { tone } from '../theme'

/** Colours of lines and bars in their order: blue, green, amber, violet, red, grey. */
const palette = () => [tone('charging'), tone('full'), tone('paused'), tone('violet'), tone('locked'), tone('free')]

/** What charts look like: the colours of the style sheet as it is now, light or dark. */
export function chartTheme(): Record<string, unknown> {
  const [ink, quiet, card, line, strong, accent] = ['ink', 'quiet', 'card', 'line', 'line-strong', 'accent'].map(tone)
  const axis = {
    axisLine: { show: true, lineStyle: { color: strong } },
    axisTick: { show: true, lineStyle: { color: strong } },
    axisLabel: { color: quiet, fontSize: 12 },
    splitLine: { show: true, lineStyle: { color: [line] } },
    nameTextStyle: { color: quiet, fontSize: 12 },
  }
  const along = { ...axis, splitLine: { show: false } }
  return {
    color: palette(),
    backgroundColor: 'transparent',
    textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
    categoryAxis: along, timeAxis: along, valueAxis: { ...axis, axisLine: { show: false }, axisTick: { show: false } }, logAxis: axis,
    legend: { textStyle: { color: ink }, inactiveColor: strong, pageTextStyle: { color: ink }, pageIconColor: ink, pageIconInactiveColor: strong },
    tooltip: { backgroundColor: card, borderColor: strong, borderWidth: 1, textStyle: { color: ink, fontSize: 13 }, axisPointer: { lineStyle: { color: strong }, crossStyle: { color: strong } } },
    dataZoom: {
      borderColor: line, backgroundColor: 'transparent', fillerColor: `${accent}22`, textStyle: { color: quiet },
      handleStyle: { color: card, borderColor: accent }, moveHandleStyle: { color: strong }, emphasis: { handleStyle: { borderColor: accent }, moveHandleStyle: { color: accent } },
      dataBackground: { lineStyle: { color: strong }, areaStyle: { color: line } }, selectedDataBackground: { lineStyle: { color: accent }, areaStyle: { color: line } },
    },
    line: { symbol: 'none', lineStyle: { width: 1.8 } },
    bar: { itemStyle: { borderRadius: 2 } },
  }
}
