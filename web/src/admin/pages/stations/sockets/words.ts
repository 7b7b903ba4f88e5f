export const zh = {
  filterAll: '全部', pending: '等待执行', searchHint: '电表名称、编号或学号', station: '充电站', allStations: '全部充电站', states: '按状态筛选', chooseShown: '选择显示的 {n} 个', list: '电表',
  stirred: '顺序有变化', sortNow: '重新排序', none: '没有电表符合筛选', noneAtAll: '还没有电表', clear: '取消选择', selected: '已选 {n} 个',
  stale: '以下为断线前的数据，恢复连接后自动更新', noLive: '暂时无法读取实时数据，正在重试', select: '选择 {name}',
  minutes: '时长', confirmed: '已确认', waiting: '等待电表执行', lastKnown: '离线前：{state}', freeWords: '无充电记录', power: '最近的功率，{name}', collecting: '曲线随采样显示', session: '查看充电记录', notNow: '没有选中的电表可以{action}',
  ask: { on: '合闸 {n} 个电表', off: '开闸 {n} 个电表', release: '释放 {n} 个电表', lock: '锁定 {n} 个电表', unlock: '解锁 {n} 个电表' },
  effect: { on: '接通电源，充电继续计费。', off: '断开电源，充电暂停，记录保留，可再次合闸。', release: '结束充电并生成消费记录，电表可供他人使用。', lock: '断开电源并禁止使用，直到解锁。', unlock: '恢复锁定前的状态；锁定前正在充电的会重新通电。' },
  others: '{n} 个不适用，不会改变：{names}', noStudent: '无学生使用', offlineHint: '{n} 个所在充电站离线，恢复连接后才会执行。', forN: '{action} {n} 个',
  task: '{action} {n} 个电表', running: '等待电表执行：{left} / {n}', finished: '已完成：{done} 个已执行', finishedBad: '已完成：{done} 个已执行，{bad} 个未执行', taskBy: '由 {who}', sending: '正在发送', done: '已执行', refused: '未执行', changed: '状态已被其他操作改变', slow: '电表尚未执行。充电站恢复连接后会自动执行，可以离开此页。', and: '等 {n} 个',
}
export const en: typeof zh = {
  filterAll: 'All', pending: 'Waiting', searchHint: 'Meter name, number or student no.', station: 'Station', allStations: 'All stations', states: 'Filter by state', chooseShown: 'Select the {n} shown', list: 'Meters',
  stirred: 'The order has changed', sortNow: 'Sort again', none: 'No meter fits these filters', noneAtAll: 'There are no meters yet', clear: 'Clear selection', selected: '{n} selected',
  stale: 'This was before the connection broke; it follows when it is back', noLive: 'Live data cannot be read now; trying again', select: 'Select {name}',
  minutes: 'Duration', confirmed: 'Confirmed', waiting: 'Waiting for the meter', lastKnown: 'Last known: {state}', freeWords: 'No session', power: 'Recent power, {name}', collecting: 'Drawn as samples come', session: 'Open the session', notNow: 'None of those selected can do this: {action}',
  ask: { on: 'Switch on {n} meters', off: 'Switch off {n} meters', release: 'Release {n} meters', lock: 'Lock {n} meters', unlock: 'Unlock {n} meters' },
  effect: { on: 'Power comes back and charging goes on.', off: 'Power is cut; the session pauses and is kept, and can be switched on again.', release: 'The session ends and is billed; others may use the meter.', lock: 'Power is cut and nobody may use it until it is unlocked.', unlock: 'Back to what it was before; one that was charging gets power again.' },
  others: '{n} not suited, unchanged: {names}', noStudent: 'No student', offlineHint: '{n} belong to a station that is offline: it obeys when it is back.', forN: '{action}: {n}',
  task: '{action}: {n} meters', running: 'Waiting for the meter: {left} / {n}', finished: 'Finished: {done} done', finishedBad: 'Finished: {done} done, {bad} not', taskBy: 'by {who}', sending: 'Sending', done: 'Done', refused: 'Not done', changed: 'Something else changed it', slow: 'Not obeyed yet. It follows when the station is back; you may leave this page.', and: 'and others, {n} in all',
}
