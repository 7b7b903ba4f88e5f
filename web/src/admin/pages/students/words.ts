import { usePageText } from '@/shared/i18n'

export const zh = {
  answer: '共 {n} 名学生', answerFound: '符合条件的学生 {n} 名', searchHint: '学号、卡号、用户名或电话的开头', add: '添加学生', import: '导入', sort: '排序',
  sortNumber: '按学号', sortUnpaid: '欠费多的在前', blocked: '被封', arrears: '欠费', registered: '已注册', unregistered: '未注册', anyRegistered: '注册状态', mayCharge: '可以充电', charging: '充电中',
  empty: '还没有学生。可以导入名册，或逐个添加。', emptyFound: '没有符合条件的学生，请换一个搜索词或清除筛选。', status: '状态', unpaid: '欠费', vehicle: '车辆', noCard: '无卡',
  blockMany: '封禁所选', unblockMany: '解封所选', blockManyWords: '将封禁 {n} 名学生，他们不能再开始充电，正在进行的充电不受影响。可以写明原因：', unblockManyWords: '将解封 {n} 名学生，他们可以再次充电。',
  manyDone: '已完成 {n} 名', manyFailed: '有 {n} 名未完成', working: '正在处理 {n} / {total}',
  back: '学生', title: '学生 {n}', created: '已添加学生 {n}', addWords: '学号是唯一标识，之后不能更改。', required: '请填写学号',
  verdict: { may: '可以充电', mayNot: '不能开始充电', charging: '正在充电', chargingMay: '正在充电，还可以再开始一次', blocked: '账号被封', blockedReason: '账号被封：{reason}', arrears: '欠费 {sum}，超过限额 {limit}', no_card: '没有绑定卡', not_registered: '账号尚未注册', already_charging: '结束后才能再开始一次充电', owes: '欠费 {sum}，未超过限额 {limit}', owesFree: '欠费 {sum}，未设限额', openSession: '查看充电记录' },
  whatNext: { blocked: '解封后可以充电。', arrears: '支付或免除账单后可以充电。', no_card: '在下方绑定卡后可以刷卡充电。', not_registered: '学生需先用学号在页面上注册。' },
  profile: '资料与车辆', notGiven: '未填写', editProfile: '编辑资料', saved: '已保存', lead_acid: '铅酸', lithium: '锂电',
  card: '卡', replaceCard: '更换卡', bindCard: '绑定卡', removeCard: '取消绑定', noCardYet: '没有卡', cardWords: '刷卡或输入新卡号。原来的卡随即失效。', cardSaved: '卡号已更新', cardRemoved: '已取消绑定',
  removeCardWords: '学生 {n} 的卡 {card} 将不能再用来充电。', takeOver: '这张卡属于别人', takeOverWords: '{message}。转给学生 {n} 后，原来的持卡人将没有卡。确定转移？', takeOverButton: '确定转移',
  access: '账号', resetPassword: '重置密码', resetWords: '学生 {n}（{name}）原来的密码随即失效，新密码只显示一次。', newPassword: '新密码', newPasswordWords: '学生 {n} 的新密码，请转交本人：',
  wechatBound: '已绑定微信', wechatUnbound: '未绑定微信', unbind: '解除绑定', unbindWords: '学生 {n} 将收不到微信提醒，需要重新绑定。', unbound: '已解除微信绑定',
  block: '封禁', unblock: '解封', blockWords: '学生 {n} 将不能再开始充电，正在进行的充电不受影响。可以写明原因（学生看不到）：', unblockWords: '学生 {n} 可以再次充电。', wasBlocked: '已封禁', wasUnblocked: '已解封',
  account: '账目', paid: '已支付', waived: '已免除', bills: '{n} 笔', sessions: '最近的充电', allSessions: '全部充电记录', recentBills: '最近的消费', allBills: '全部消费记录', pushes: '发给学生的推送', allPushes: '全部推送',
  noSessions: '还没有充电记录', noBills: '还没有消费记录', noPushes: '还没有推送', operatorNote: '修改学生资料需要管理员角色。', missing: '没有学号为 {n} 的学生', hold: '请核对学号，或在名册中搜索。',
}

export const en: typeof zh = {
  answer: '{n} students', answerFound: '{n} students match', searchHint: 'How number, card, user name or phone begins', add: 'Add student', import: 'Import', sort: 'Sort',
  sortNumber: 'By number', sortUnpaid: 'Most owed first', blocked: 'Blocked', arrears: 'Owes', registered: 'Registered', unregistered: 'Not registered', anyRegistered: 'Registration', mayCharge: 'May charge', charging: 'Charging',
  empty: 'No students yet. Import the roster, or add them one by one.', emptyFound: 'No student matches. Try another search, or clear the filters.', status: 'Status', unpaid: 'Owed', vehicle: 'Vehicle', noCard: 'No card',
  blockMany: 'Block selected', unblockMany: 'Unblock selected', blockManyWords: '{n} students will be blocked: they can start no charge; what charges now goes on. A reason may be given:', unblockManyWords: '{n} students will be unblocked and may charge again.',
  manyDone: '{n} done', manyFailed: '{n} not done', working: 'Working {n} / {total}',
  back: 'Students', title: 'Student {n}', created: 'Student {n} was added', addWords: 'The student number is the key and cannot be changed later.', required: 'Please give the student number',
  verdict: { may: 'May charge', mayNot: 'May not start a charge', charging: 'Charging now', chargingMay: 'Charging now, may start another', blocked: 'The account is blocked', blockedReason: 'The account is blocked: {reason}', arrears: 'Owes {sum}, above the limit of {limit}', no_card: 'Has no card', not_registered: 'The account is not registered', already_charging: 'Another charge can start once this one has ended', owes: 'Owes {sum}, within the limit of {limit}', owesFree: 'Owes {sum}; there is no limit', openSession: 'See the session' },
  whatNext: { blocked: 'Unblock to let them charge.', arrears: 'They may charge once bills are paid or waived.', no_card: 'Assign a card below to let them charge by card.', not_registered: 'The student has to register with the student number first.' },
  profile: 'Profile and vehicle', notGiven: 'Not given', editProfile: 'Edit profile', saved: 'Saved', lead_acid: 'Lead acid', lithium: 'Lithium',
  card: 'Card', replaceCard: 'Replace card', bindCard: 'Assign a card', removeCard: 'Take away', noCardYet: 'No card', cardWords: 'Read the card or type its number. The old card stops working at once.', cardSaved: 'The card was changed', cardRemoved: 'The card was taken away',
  removeCardWords: 'Card {card} of student {n} will no longer start charges.', takeOver: 'This card belongs to somebody else', takeOverWords: '{message}. If it goes to student {n}, its present owner has no card. Move it?', takeOverButton: 'Move the card',
  access: 'Account', resetPassword: 'Reset password', resetWords: 'The present password of student {n} ({name}) stops working at once; the new one is shown once.', newPassword: 'New password', newPasswordWords: 'The new password of student {n}, to be handed over:',
  wechatBound: 'WeChat is bound', wechatUnbound: 'WeChat is not bound', unbind: 'Unbind', unbindWords: 'Student {n} will get no WeChat messages until it is bound again.', unbound: 'WeChat was unbound',
  block: 'Block', unblock: 'Unblock', blockWords: 'Student {n} can start no charge; what charges now goes on. A reason may be given (not shown to the student):', unblockWords: 'Student {n} may charge again.', wasBlocked: 'Blocked', wasUnblocked: 'Unblocked',
  account: 'Money', paid: 'Paid', waived: 'Waived', bills: '{n} bills', sessions: 'Recent sessions', allSessions: 'All sessions', recentBills: 'Recent bills', allBills: 'All bills', pushes: 'Pushes to the student', allPushes: 'All pushes',
  noSessions: 'No sessions yet', noBills: 'No bills yet', noPushes: 'No pushes yet', operatorNote: 'Changing a student needs the administrator role.', missing: 'There is no student {n}', hold: 'Check the number, or search the roster.',
}

export const useStudentText = () => usePageText(zh, en)
