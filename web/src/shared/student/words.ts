// Words that the phone pages and the student web share.

export const zh = {
  basis: { full: '已充满', said: '按您填写的剩余电量和电池容量估算', curve: '按充电曲线估算', none: '暂无法估算', again: '重新估算' },
  gauge: { uncertainty: '误差约 {n} 个百分点', toFull: '约 {time}后充满', fullAt: '预计 {at} 充满', label: '电池电量 {percent}', unknown: '未知' },
  left: {
    question: '开始充电时还剩多少电？', unknown: '不清楚', answer: '您填写的剩余电量：{n}%',
    ask: '填写', change: '修改', title: '开始充电时的剩余电量', words: '拖动到开始充电时电动车显示的电量，用来估算现在的电量。', save: '保存', saved: '已保存', noCapacity: '填写电池电压和容量后，可以按剩余电量估算', profile: '去填写', value: '剩余电量',
  },
  socket: {
    on: '合闸充电', off: '开闸断电', askOn: '恢复 {socket} 的供电，充电继续。', askOff: '断开 {socket} 的供电，充电暂停。插座仍由您占用，可再合闸恢复。',
    waiting: '等待电表执行：{action}，已等 {time}', waitingLong: '充电站还没有响应，命令会保留，恢复后执行。已等 {time}', waitingOffline: '充电站离线，恢复联网后执行{action}', doneOn: '电表已合闸，正在供电', doneOff: '电表已开闸，已停止供电',
    sending: '正在发送', label: '控制 {socket}', locked: '插座已锁定，请联系管理员', name: { on: '合闸', off: '开闸', release: '释放', lock: '锁定' }, seconds: '{n} 秒', byOther: '管理员的操作',
  },
  curve: { title: '充电曲线', label: '电流、电压、功率与电表读数随时间变化的曲线', waiting: '正在读取曲线', none: '还没有采样，电表上报后会显示曲线', noneEnded: '这次充电没有采样，所以没有曲线', gaps: '空白处超过 60 秒没有采样', phases: '阶段', phase: '阶段', notThere: '没有采样', samples: '{n} 个采样', current: '电流', voltage: '电压', power: '功率', energy: '电表读数' },
  now: { for: '已充 {time}', since: '{at} 开始', sample: '采样于 {at}', noSample: '等待电表上报', full: '{at} 充满' },
  figure: { label: '实时数据', current: '电流', voltage: '电压', power: '功率', energy: '电量', money: '费用', phase: '阶段' },
  distance: { m: '{n} 米', km: '{n} 公里' },
  minutes: '{n} 分钟',
}

export const en: typeof zh = {
  basis: { full: 'Full', said: "Estimated from what you said was left and the battery's capacity", curve: 'Estimated from the charging curve', none: 'No estimate yet', again: 'Estimating again' },
  gauge: { uncertainty: 'within about {n} points', toFull: 'Full in about {time}', fullAt: 'full at about {at}', label: 'Battery at {percent}', unknown: 'unknown' },
  left: {
    question: 'How much was left when charging began?', unknown: 'Not sure', answer: 'You said {n}% was left',
    ask: 'Tell', change: 'Change', title: 'Left when charging began', words: 'Drag to what the bike showed when charging began; the present charge is estimated from it.', save: 'Save', saved: 'Saved', noCapacity: "With your battery's voltage and capacity the charge can be estimated from what was left", profile: 'Fill in', value: 'Left in the battery',
  },
  socket: {
    on: 'Switch on', off: 'Switch off', askOn: 'Gives power to {socket} again; charging goes on.', askOff: 'Takes the power from {socket}; charging pauses. The socket stays yours and can be switched on again.',
    waiting: 'Waiting for the meter: {action}, for {time}', waitingLong: 'The station has not answered yet; it will do it as soon as it does. Waiting for {time}', waitingOffline: 'The station is offline; it does this once it is back: {action}', doneOn: 'The meter is on and gives power', doneOff: 'The meter is off; no power flows',
    sending: 'Sending', label: 'Control {socket}', locked: 'The socket is locked; please ask an administrator', name: { on: 'switch on', off: 'switch off', release: 'release', lock: 'lock' }, seconds: '{n} s', byOther: 'done by an administrator',
  },
  curve: { title: 'Charging curve', label: 'Current, voltage, power and meter reading over time', waiting: 'Reading the curve', none: 'No sample yet; the curve appears as the meter reports', noneEnded: 'This charge had no samples, so there is no curve', gaps: 'Blank: no sample for more than 60 s', phases: 'Phases', phase: 'Phase', notThere: 'no sample', samples: '{n} samples', current: 'Current', voltage: 'Voltage', power: 'Power', energy: 'Meter reading' },
  now: { for: 'Charging for {time}', since: 'since {at}', sample: 'Sample of {at}', noSample: 'Waiting for the meter', full: 'Full at {at}' },
  figure: { label: 'Live figures', current: 'Current', voltage: 'Voltage', power: 'Power', energy: 'Energy', money: 'Cost', phase: 'Phase' },
  distance: { m: '{n} m', km: '{n} km' },
  minutes: '{n} min',
}
