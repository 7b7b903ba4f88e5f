// Words of the pages of charges, Chinese and English.

import { en as analysisEn, zh as analysisZh } from '@/shared/analysis/words'

export const zh = {
  ...analysisZh,
  list: {
    title: '充电记录', label: '充电记录列表', open: '充电中的', answer: '查找进行中与历史的每一次充电', live: '{current} · {power}', socket: '电表', student: '学号', status: '状态',
    empty: '还没有充电记录，学生刷卡后会出现在这里', emptyFiltered: '没有符合条件的充电记录，请放宽筛选', minFen: '最低金额（元）', maxFen: '最高金额（元）', money: '金额范围', range: '时间', file: '充电记录',
    any: '全部状态', stateOpen: '进行中', between: '{from} – {to}', least: '不低于 {from}', most: '不高于 {to}', badMoney: '请输入不小于 0 的金额', unbilled: '结束后出账',
  },
  page: {
    title: '充电记录 #{id}', back: '充电记录', missing: '没有这条充电记录，它可能属于其他系统或编号有误', curve: '充电曲线', curveLabel: '电流、电压、功率与电表读数随时间变化的曲线', noSamples: '还没有收到采样，电表上报后会显示曲线',
    noSamplesEnded: '这次充电没有采样，所以没有曲线', phases: '阶段', gaps: '空白处超过 60 秒没有采样', thinned: '显示 {n} 个采样中的 {m} 个，放大后显示全部', fine: '正在读取全部采样', counter: '电表读数', events: '经过', noEvents: '没有需要说明的事件',
    bill: '账单', pushes: '推送', alarms: '告警', faults: '电能读数异常', noPushes: '没有推送', noAlarms: '没有告警', noFaults: '电能读数没有异常', noBill: '充电结束后生成账单', now: '此刻', counts: '{n} 次', attempts: '尝试 {n} 次',
    resetZoom: '显示全程', exportCurve: '导出曲线 CSV', controls: '控制', samples: '{n} 个采样', power: '功率', phase: '阶段', notThere: '没有采样', running: '费用至今', liveNow: '最近采样', openBill: '查看账单', card: '卡号',
    fault: { backward: '读数倒退', jump: '读数跳变', scale: '换量级' },
  },
  sum: {
    ended: '学生 {student} 于 {from} 在{place}充电，历时 {duration}，用电 {energy}，费用 {money}（{bill}）。{how}',
    free: '学生 {student} 于 {from} 在{place}充电，历时 {duration}，用电 {energy}。{how}',
    open: '学生 {student} 自 {from} 起在{place}充电，已 {duration}，用电 {energy}，费用至今 {money}。{how}',
    place: '{station} {socket}', by: { card: '{to} 由学生刷卡结束。', release: '{to} 由管理端释放。', other: '{to} 结束（{reason}）。' },
    now: { charging: '正在供电。', low: '已充满，尚未取车。', paused: '供电已暂停。', starting: '正在开始。' }, full: '{at} 充满。',
  },
  event: {
    start: '开始充电', end: '结束充电', full: '充满', decision: '{rule}：{action}', control: '{by} {action}',
    act: { notice: '提示', alarm: '告警', lock: '锁定', pause: '断电', low: '判为充满', clear: '恢复' },
  },
  axis: { current: '电流', voltage: '电压', power: '功率', energy: '电表读数' },
}

export const en: typeof zh = {
  ...analysisEn,
  list: {
    title: 'Sessions', label: 'List of sessions', open: 'open', answer: 'Find every charge, running or past', live: '{current} · {power}', socket: 'Meter', student: 'Student', status: 'State',
    empty: 'No sessions yet; they appear when students start with their card', emptyFiltered: 'No session fits. Loosen the filters.', minFen: 'Least (yuan)', maxFen: 'Most (yuan)', money: 'Amount', range: 'Time', file: 'sessions',
    any: 'Any state', stateOpen: 'Open', between: '{from} – {to}', least: 'from {from}', most: 'to {to}', badMoney: 'An amount is 0 or more', unbilled: 'Billed at the end',
  },
  page: {
    title: 'Session #{id}', back: 'Sessions', missing: 'There is no such session; its number may be wrong', curve: 'Curve', curveLabel: 'Current, voltage, power and meter reading over time', noSamples: 'No sample yet; the curve appears as the meter reports',
    noSamplesEnded: 'This session had no samples, so there is no curve', phases: 'Phases', gaps: 'Blank: no sample for more than 60 s', thinned: '{m} of {n} samples shown; zoom in for all', fine: 'Reading all samples', counter: 'Meter reading', events: 'What happened', noEvents: 'Nothing to tell',
    bill: 'Bill', pushes: 'Pushes', alarms: 'Alarms', faults: 'Energy counter faults', noPushes: 'No pushes', noAlarms: 'No alarms', noFaults: 'No fault of the energy counter', noBill: 'Billed when the charge ends', now: 'now', counts: '{n} times', attempts: '{n} tries',
    resetZoom: 'Show all', exportCurve: 'Export curve CSV', controls: 'Controls', samples: '{n} samples', power: 'Power', phase: 'Phase', notThere: 'no sample', running: 'Cost so far', liveNow: 'Last sample', openBill: 'Open bill', card: 'Card no.',
    fault: { backward: 'went back', jump: 'jumped', scale: 'changed scale' },
  },
  sum: {
    ended: 'Student {student} charged from {from} at {place} for {duration}, took {energy}, cost {money} ({bill}). {how}',
    free: 'Student {student} charged from {from} at {place} for {duration} and took {energy}. {how}',
    open: 'Student {student} has been charging since {from} at {place}, for {duration}: {energy}, {money} so far. {how}',
    place: '{station} {socket}', by: { card: 'Ended by card at {to}.', release: 'Released from the console at {to}.', other: 'Ended at {to} ({reason}).' },
    now: { charging: 'Power is on.', low: 'Full, not collected yet.', paused: 'Power is paused.', starting: 'Starting.' }, full: 'Full at {at}. ',
  },
  event: {
    start: 'Charge began', end: 'Charge ended', full: 'Full', decision: '{rule}: {action}', control: '{by}: {action}',
    act: { notice: 'notice', alarm: 'alarm', lock: 'locked', pause: 'power off', low: 'taken as full', clear: 'over' },
  },
  axis: { current: 'Current', voltage: 'Voltage', power: 'Power', energy: 'Meter reading' },
}
