// Just the parts of ECharts that SEMS draws with; only pages with charts load this.
import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

echarts.use([
  AriaComponent, BarChart, CanvasRenderer, DataZoomComponent, GridComponent, LegendComponent, LineChart, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent,
])

export { echarts }
