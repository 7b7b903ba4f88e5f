// Words of the batteries' health, Chinese and English.
import { en as analysisEn, zh as analysisZh } from '@/shared/analysis/words'

export const zh = {
  ...analysisZh,
  list: {
    title: '电池健康', answerAged: '{aged} 块电池可能老化，{watch} 块需要留意', answerWatch: '没有电池可能老化，{watch} 块需要留意', answerWell: '{good} 块电池状况良好，没有需要处理的', answerNone: '哪些电池在老化？充电记录足够后这里会给出判断', answerLearning: '{n} 块电池正在积累记录，还没有能判断的',
    label: '电池列表', search: '按学号、品牌或型号的开头搜索', empty: '还没有电池。学生充电后这里会自动出现。', emptyFound: '没有符合条件的电池，请放宽筛选', file: '电池健康', any: '全部状态', verdict: '状态', brand: '品牌', choose: '只看{verdict}', sort: '排序', sorts: { soh_percent: '健康度从低到高', '-soh_percent': '健康度从高到低', '-last_at': '最近充电在前', '-charges': '充电次数从多到少', student_number: '按学号' },
  },
  column: { student: '学号', verdict: '状态', soh: '健康度', trend: '变化', months: '降到 80%', vehicle: '品牌型号', charges: '充电次数', last: '最近一次', reasons: '判断依据' },
  perMonth: '每月 {n}', perMonthHelp: '每月变化的百分点', monthsShort: '约 {n} 个月', flat: '无明显变化', more: '另有 {n} 条',
  histogram: { title: '健康度分布', label: '电池健康度分布：{rows}', row: '{from}%–{to}%：{n} 块', median: '中位数 {n}%', none: '还没有能判断的电池', known: '{n} 块可判断' },
  page: { title: '学号 {n} 的电池', back: '电池健康', student: '学生资料', recent: '最近的充电', recentNone: '还没有用于判断的充电', recentHelp: '每次充电后得出的健康度', all: '查看全部充电记录', label: '电池铭牌', none: '未填写', model: '查看此品牌的型号' },
}

export const en: typeof zh = {
  ...analysisEn,
  list: {
    title: 'Battery health', answerAged: '{aged} batteries are likely aged, {watch} need an eye on them', answerWatch: 'No battery is likely aged; {watch} need an eye on them', answerWell: '{good} batteries are in good health; nothing to do', answerNone: 'Which batteries are ageing? Judged here once there are enough charges', answerLearning: '{n} batteries are being learnt; none can be judged yet',
    label: 'List of batteries', search: 'Search by how student number, brand or model begin', empty: 'No batteries yet. They appear when students charge.', emptyFound: 'No battery fits. Loosen the filters.', file: 'battery-health', any: 'Any verdict', verdict: 'Verdict', brand: 'Brand', choose: 'Only: {verdict}', sort: 'Sort', sorts: { soh_percent: 'Least health first', '-soh_percent': 'Most health first', '-last_at': 'Charged last first', '-charges': 'Most charges first', student_number: 'By student number' },
  },
  column: { student: 'Student', verdict: 'Verdict', soh: 'Health', trend: 'Trend', months: 'Down to 80%', vehicle: 'Brand and model', charges: 'Charges', last: 'Last', reasons: 'Why' },
  perMonth: '{n} a month', perMonthHelp: 'percentage points a month', monthsShort: 'about {n} months', flat: 'no clear change', more: '{n} more',
  histogram: { title: 'Health of the fleet', label: 'How many batteries hold how much: {rows}', row: '{from}%–{to}%: {n}', median: 'Median {n}%', none: 'No battery can be judged yet', known: '{n} can be judged' },
  page: { title: 'Battery of student {n}', back: 'Battery health', student: 'Student', recent: 'Last charges', recentNone: 'No charge was used for it yet', recentHelp: 'Health as known after each charge', all: 'See all charges', label: 'On its label', none: 'not given', model: 'See models of this brand' },
}
