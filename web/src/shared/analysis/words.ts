// Words about what curves say, for all who read them.

export const zh = {
  analysis: {
    title: '曲线分析', sure: '约 {n}% 把握', tally: '{n} 处{severity}', and: '、', calm: '没有发现异常', calmStudent: '这次充电没有发现异常', calmOpen: '到目前为止没有发现异常',
    found: '发现 {tally}', provisional: '充电还在进行，结果是暂定的，会随充电更新', soon: '充电刚结束，正在整理，稍后为最终结果', at: '分析于 {at}', fault: '这次充电无法分析', noCurve: '这次充电没有可用的采样，无法分析', noCurveOpen: '还没有足够的采样，有了之后会自动分析',
    findings: '发现', todo: '建议：{advice}', show: '在曲线上查看：{finding}', mark: '{severity}：{kind}',
  },
  energy: {
    title: '电能', range: '可能在 {low}–{high} 之间', basis: '依据：{source}', source: { counter: '电表读数', power: '功率', current_voltage: '电流×电压' }, charge: '电荷（电表侧）', faults: '电表计数故障', noFaults: '电表读数没有故障',
    fault: { backward: '读数倒退 {n} 次', jump: '读数跳变 {n} 次', scale: '读数换量级 {n} 次', stuck: '读数停住不动 {n} 次', coding: '读数编码有误 {n} 次', rate: '计数快慢与电流电压不符', other: '其他故障 {n} 次' }, first: '首次 {at}',
  },
  feature: {
    title: '充电过程', constant: '恒流', constantAt: '{time}，约 {a} A', taper: '电流下降', tau: '时间常数 {time}', tauHelp: '下降段的电流每经过这么久减到约三分之一', trickle: '涓流', zero: '充满后无电流', interrupted: '中断', silent: '没有采样', full: '结束时', fullYes: '已充满', fullNo: '未充满', model: '品牌型号', noModel: '未归入型号，资料中没有品牌或型号',
  },
  finding: {
    over_current: '电流过大', over_voltage: '电压过高', under_voltage: '电压过低', over_power: '功率过大', stray_current: '开闸后仍有电流', tail_rise: '充满后电流回升', taper_rise: '下降段电流回升', no_taper: '电流没有下降', over_energy: '充电量远超平常', oscillation: '电流忽大忽小', unlike_usual: '与平常不同', current_creep: '恒流缓慢升高', repeated_spikes: '反复出现尖峰', sudden_drop: '电流突然中止', poor_contact: '疑似接触不良', high_tail: '尾段电流偏高', cell_over_voltage: '电池电压过高',
    energy_stuck: '电表读数停住', energy_coding: '电表读数编码有误', energy_rate: '电表计数快慢不对', energy_backward: '电表读数倒退', energy_jump: '电表读数跳变', energy_scale: '电表读数换量级', silence: '长时间没有采样', clock_leap: '采样时钟跳变', other: '其他异常',
  },
  friendly: {
    over_current: '充电电流过大，请停用这个充电器，到维修点检查充电器和电池。', over_power: '充电功率过大，请换用原配充电器。', tail_rise: '充满后电流又变大，请拔下充电器，留意电池是否发热。', taper_rise: '快充满时电流又变大，请留意电池是否发热，多次出现请送修。', no_taper: '电流没有像平常那样减小，请检查充电器能否正常转灯。', over_energy: '这次充电量比平常多得多，充电后请摸一摸电池是否发烫，发烫请停用送修。', oscillation: '电流忽大忽小，请检查插头和充电口是否松动。', unlike_usual: '这次充电和平常不一样，换过充电器或电池属正常，否则请留意。', current_creep: '充电电流慢慢升高，请检查充电器。', repeated_spikes: '电流反复跳动，请检查插头和充电线。', sudden_drop: '充电突然中止，请检查插头是否插好，或是否被人拔下。', poor_contact: '插头可能接触不良，请换一个插座，并检查插头是否发烫或变色。', high_tail: '充满后仍有较大电流，请不要长时间插着，并检查充电器。', cell_over_voltage: '电池电压过高，请停止充电，并送修检查。',
  },
  verdict: { good: '良好', watch: '需要留意', likely_aged: '可能老化', not_enough_data: '数据不足' },
  health: {
    title: '电池健康', interval: '可能在 {low}%–{high}% 之间', holds: '约为额定容量的 {n}%', unknown: '还不能判断', trend: '变化', trendDown: '每月下降约 {n} 个百分点', trendFlat: '没有明显变化', trendUnknown: '还看不出变化', months: '降到 80%', monthsValue: '大约 {n} 个月后', monthsLong: '5 年以后', monthsRange: '{low}–{high} 个月之间', monthsFrom: '最早 {low} 个月，也可能更久', monthsNone: '看不出会降到 80%', monthsBelow: '已低于 80%', reasons: '判断依据', missing: '还需要什么', charges: '根据 {n} 次充电', last: '最近一次 {at}',
    history: '容量变化', historyLabel: '健康度随时间的变化，带可能范围、80% 线和之后的推测', historyNone: '有了可用的充电之后，这里会画出容量的变化', soh: '健康度', band: '可能范围', forecast: '推测', line80: '80%', point: '{at}：约 {n}%，可能在 {low}%–{high}% 之间', future: '推测 {at}：约 {n}%，可能在 {low}%–{high}% 之间',
    good: '电池状况良好', watch: '电池需要留意', likely_aged: '电池可能已经老化', not_enough_data: '还不能判断电池的状况',
    does: { good: '照常使用即可。', watch: '续航可能变短，请留意充电时是否发热。', likely_aged: '续航会明显变短，建议到正规维修点检测或更换，不要自行拆修。', not_enough_data: '继续在校园充电站充电，有了足够的记录就会显示结果。' }, bar: '健康度 {n}%，可能在 {low}% 到 {high}% 之间',
  },
}

export const en: typeof zh = {
  analysis: {
    title: 'What the curve says', sure: 'about {n}% sure', tally: '{n} {severity}', and: ', ', calm: 'Nothing unusual was found', calmStudent: 'Nothing unusual in this charge', calmOpen: 'Nothing unusual so far',
    found: 'Found: {tally}', provisional: 'The charge goes on: this is provisional and grows with it', soon: 'The charge has just ended; the final result comes in a moment', at: 'Analysed {at}', fault: 'This charge could not be analysed', noCurve: 'This charge has no usable samples and cannot be analysed', noCurveOpen: 'Too few samples yet; it is analysed as soon as they come',
    findings: 'Findings', todo: 'What to do: {advice}', show: 'Show in the curve: {finding}', mark: '{severity}: {kind}',
  },
  energy: {
    title: 'Energy', range: 'probably {low}–{high}', basis: 'from {source}', source: { counter: "the meter's counter", power: 'power', current_voltage: 'current × voltage' }, charge: 'Charge at the meter', faults: 'Faults of the counter', noFaults: 'The counter shows no fault',
    fault: { backward: 'went back {n} times', jump: 'jumped {n} times', scale: 'changed its scale {n} times', stuck: 'stood still {n} times', coding: 'was misread {n} times', rate: 'counts faster or slower than current and voltage allow', other: 'other faults, {n}' }, first: 'first at {at}',
  },
  feature: {
    title: 'Course of the charge', constant: 'Constant current', constantAt: '{time} at about {a} A', taper: 'Taper', tau: 'time constant {time}', tauHelp: 'in this time the falling current falls to about a third', trickle: 'Trickle', zero: 'No current after full', interrupted: 'Interrupted', silent: 'No samples', full: 'At the end', fullYes: 'full', fullNo: 'not full', model: 'Brand and model', noModel: 'of no model: the profile names no brand or model',
  },
  finding: {
    over_current: 'Over-current', over_voltage: 'Over-voltage', under_voltage: 'Under-voltage', over_power: 'Over-power', stray_current: 'Current though off', tail_rise: 'Current rises after full', taper_rise: 'Current rises in the taper', no_taper: 'No taper', over_energy: 'Far more energy than usual', oscillation: 'Current goes up and down', unlike_usual: 'Unlike its usual curve', current_creep: 'Constant current creeps up', repeated_spikes: 'Repeated spikes', sudden_drop: 'Current ended suddenly', poor_contact: 'Likely poor contact', high_tail: 'High tail current', cell_over_voltage: 'Battery voltage too high',
    energy_stuck: 'Energy counter stood still', energy_coding: 'Energy counter misread', energy_rate: 'Energy counter too fast or slow', energy_backward: 'Energy counter went back', energy_jump: 'Energy counter jumped', energy_scale: 'Energy counter changed scale', silence: 'No samples for long', clock_leap: 'Clock of the samples leapt', other: 'Something else',
  },
  friendly: {
    over_current: 'The charging current is too high. Stop using this charger and have charger and battery checked.', over_power: 'The charging power is too high. Please use the original charger.', tail_rise: 'The current rose again after the battery was full. Unplug it and see whether the battery is hot.', taper_rise: 'The current rose again near the end. Watch for heat; have it checked if it happens often.', no_taper: 'The current did not fall as usual. Check that the charger still turns to green.', over_energy: 'This charge took far more than usual. Feel whether the battery is hot; if so, stop using it and have it checked.', oscillation: 'The current went up and down. Check that plug and charging port are not loose.', unlike_usual: 'This charge was unlike the others. With a new charger or battery that is normal; else keep an eye on it.', current_creep: 'The charging current crept up. Have the charger checked.', repeated_spikes: 'The current jumped again and again. Check the plug and the cable.', sudden_drop: 'The charge stopped suddenly. Check that the plug sits well, or whether someone pulled it.', poor_contact: 'The plug may have poor contact. Use another socket and check whether the plug is hot or discoloured.', high_tail: 'Much current still flows after full. Do not leave it plugged in for long, and check the charger.', cell_over_voltage: 'The battery voltage is too high. Stop charging and have it checked.',
  },
  verdict: { good: 'Good', watch: 'Watch', likely_aged: 'Likely aged', not_enough_data: 'Not enough data' },
  health: {
    title: 'Battery health', interval: 'probably {low}%–{high}%', holds: 'About {n}% of the rated capacity', unknown: 'cannot be told yet', trend: 'Trend', trendDown: 'loses about {n} points a month', trendFlat: 'no clear change', trendUnknown: 'no trend to see yet', months: 'Down to 80%', monthsValue: 'in about {n} months', monthsLong: 'in more than 5 years', monthsRange: 'between {low} and {high} months', monthsFrom: 'in {low} months at the earliest, perhaps later', monthsNone: 'no sign of falling to 80%', monthsBelow: 'below 80% already', reasons: 'Why', missing: 'Still needed', charges: 'from {n} charges', last: 'last {at}',
    history: 'Capacity over time', historyLabel: 'Health over time with its likely range, the 80% line and what may come', historyNone: 'Once there are usable charges, their capacity is drawn here', soh: 'Health', band: 'Likely range', forecast: 'Forecast', line80: '80%', point: '{at}: about {n}%, probably {low}%–{high}%', future: 'Forecast {at}: about {n}%, probably {low}%–{high}%',
    good: 'The battery is in good health', watch: 'The battery needs an eye on it', likely_aged: 'The battery is likely aged', not_enough_data: 'The battery cannot be judged yet',
    does: { good: 'Use it as you do.', watch: 'It may not go as far as before; watch for heat while charging.', likely_aged: 'It will not go as far as before. Have it checked or replaced at a proper shop, and do not open it.', not_enough_data: 'Keep charging at campus stations; the result appears once there are enough records.' }, bar: 'Health {n}%, probably {low}% to {high}%',
  },
}
