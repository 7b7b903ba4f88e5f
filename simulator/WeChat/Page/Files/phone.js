'use strict';

const $ = (id) => document.getElementById(id);
const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows remember nothing */ } };

const SIZES = { small: '48 V 12 Ah', medium: '60 V 20 Ah', large: '72 V 20 Ah' };
const PLACES = [[31.4861, 120.2741], [31.4838, 120.2702], [31.4902, 120.2768], [31.5030, 120.2730]];
const SEND = '/cgi-bin/message/template/send';
const FAULTS = [{ errcode: -1 }, { status: 502 }, { delay_ms: 10000 }, { drop: true }, { drop: true, late: true }, { errcode: 45009 }];

let language = new URLSearchParams(location.search).get('lang') || remembered('sems-phone-language') || 'zh';
if (!WORDS[language]) language = 'zh';
let words = WORDS[language];
let state = null; // the stand-in's last answer
let openid = remembered('sems-phone-user');
let last = 0; // the newest message that is shown
let lastTime = 0;
let size = 'medium';
let asMenu = true;
let unread = 0;
let seenOnce = false;
let framed = null; // whose page the frame shows

// ---- words

function say() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = `SEMS · ${words.title}`;
  for (const e of document.querySelectorAll('[data-word]')) e.textContent = words[e.dataset.word];
  for (const e of document.querySelectorAll('[data-label]')) { e.setAttribute('aria-label', words[e.dataset.label]); if (e.matches('button')) e.title = words[e.dataset.label]; }
  for (const e of document.querySelectorAll('[data-hint]')) e.placeholder = words[e.dataset.hint];
  $('frame').title = words.frame;
  $('language').textContent = words.language;
  $('messages').dataset.empty = words.noMessages;
  $('unreachable').textContent = words.unreachable;
  options($('places'), words.places);
  options($('fault'), words.faultKinds);
  choices($('sizes'), Object.keys(SIZES).map((s) => ({ value: s, name: words[s], more: SIZES[s] })), size, (s) => { size = s; say(); });
  if (state) show();
}

function options(select, names) {
  const chosen = Math.max(0, select.selectedIndex);
  select.replaceChildren(...names.map((n) => new Option(n)));
  select.selectedIndex = chosen;
}

function choices(group, items, chosen, choose) {
  const key = JSON.stringify([items, chosen]);
  if (group.dataset.key === key) return;
  group.dataset.key = key;
  group.replaceChildren(...items.map((item) => {
    const button = element('button', '', item.name);
    button.type = 'button';
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-checked', String(item.value === chosen));
    if (item.more) button.append(element('small', '', item.more));
    button.onclick = () => choose(item.value);
    return button;
  }));
}

function element(name, className, text) {
  const e = document.createElement(name);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
}

// ---- the stand-in

async function ask(path, body) {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.message || `${response.status}`);
  return answer;
}

async function act(button, path, body, done) {
  if (button) button.disabled = true;
  try {
    const answer = await ask(path, body);
    if (answer.ok === false && answer.error) toast(words.refused(answer.error));
    else if (done) toast(done);
  } catch (e) {
    toast(e instanceof TypeError ? words.lost : e.message);
  } finally {
    if (button) button.disabled = false;
    await look();
  }
}

const tell = (button, what, body, done) => act(button, `stand-in/users/${encodeURIComponent(openid)}/${what}`, body || {}, done);

let looking = false;
async function look() {
  if (looking) return;
  looking = true;
  try {
    const whose = openid;
    const answer = await ask(`stand-in/state?openid=${encodeURIComponent(whose || '')}&after=${last}`);
    if (whose !== openid) return;
    state = answer;
    if (!state.users.some((u) => u.openid === openid)) { await choose(state.users[0].openid); return; }
    if (framed !== openid) await choose(openid);
    show();
    for (const m of state.messages) add(m);
    seenOnce = true;
  } catch {
    if (state) toast(words.lost);
  } finally {
    looking = false;
  }
}

// ---- whose phone

async function choose(whose) {
  await ask('stand-in/choose', { openid: whose });
  const other = openid !== whose;
  openid = whose;
  framed = whose;
  remember('sems-phone-user', whose);
  if (other) { last = 0; lastTime = 0; seenOnce = false; $('messages').replaceChildren(); }
  home();
  show();
}

// ---- the frame

const inGateway = (url) => { try { return new URL(url).origin === new URL(state.gateway).origin; } catch { return false; } };

function open(url) {
  if (!inGateway(url)) { window.open(url, '_blank', 'noopener'); return; }
  hideBanner();
  tab('phone');
  $('frame').src = url;
}

function home() {
  if (!state || !state.gateway) { $('unreachable').hidden = false; return; }
  $('unreachable').hidden = true;
  $('frame').src = new URL('wechat/oauth?to=%2Fwechat%2F', state.gateway).href;
}

// ---- messages

function add(m) {
  if (m.id <= last || m.openid !== openid) return;
  last = m.id;
  const list = $('messages');
  const at = Date.parse(m.at);
  if (at - lastTime > 300000) list.append(element('li', 'time', clock(at)));
  lastTime = at;
  const item = element('li', m.kind);
  if (m.kind === 'template') item.append(notice(m));
  else if (m.kind === 'reply' && m.url) item.append(article(m));
  else if (m.kind === 'reply') item.append(linked(m.text));
  else if (m.kind === 'text') item.append(element('div', 'bubble mine', m.text));
  else item.textContent = m.text;
  list.append(item);
  list.scrollTop = list.scrollHeight;
  if (seenOnce && (m.kind === 'template' || m.kind === 'reply')) announce(m);
}

function notice(m) {
  const card = element('button', 'notice');
  card.type = 'button';
  card.append(element('h3', '', m.title));
  const lines = element('dl');
  for (const f of m.fields || []) if (f.value) lines.append(element('dt', '', f.label), element('dd', '', f.value));
  card.append(lines);
  if (m.url) { card.append(more()); card.onclick = () => open(m.url); }
  return card;
}

function article(m) {
  const card = element('button', 'notice');
  card.type = 'button';
  card.append(element('h3', '', m.title || ''), element('p', '', m.text || ''), more());
  card.onclick = () => open(m.url);
  return card;
}

function more() {
  const line = element('span', 'more', words.details);
  line.insertAdjacentHTML('beforeend', '<svg viewBox="0 0 24 24"><path d="m9 5 7 7-7 7"/></svg>');
  return line;
}

// A reply's words, of which <a href="…">…</a> alone is taken for what it is.
function linked(text) {
  const bubble = element('div', 'bubble');
  const pattern = /<a\s+href="(https?:[^"]*)"[^>]*>([^<]*)<\/a>/g;
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    bubble.append(text.slice(from, found.index));
    const link = element('a', '', found[2]);
    link.href = found[1].replaceAll('&amp;', '&');
    link.onclick = (e) => { e.preventDefault(); open(link.href); };
    bubble.append(link);
    from = found.index + found[0].length;
  }
  bubble.append(text.slice(from));
  return bubble;
}

let bannerTimer = 0;
function announce(m) {
  if (document.body.dataset.tab !== 'chat') unread++;
  badge();
  if (m.kind !== 'template') return;
  const banner = $('banner');
  banner.querySelector('b').textContent = m.title;
  banner.querySelector('span span').textContent = (m.fields || []).map((f) => f.value).filter(Boolean).join(' · ');
  banner.onclick = () => { hideBanner(); if (m.url) open(m.url); };
  banner.hidden = false;
  clearTimeout(bannerTimer);
  bannerTimer = setTimeout(hideBanner, 6000);
}

function hideBanner() { $('banner').hidden = true; }

function badge() {
  $('unread').hidden = unread === 0;
  $('unread').textContent = unread;
}

const clock = (at) => new Date(at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit', hour12: false });

// ---- what stands still

function show() {
  const user = state.users.find((u) => u.openid === openid) || state.users[0];
  choices($('users'), state.users.map((u) => ({ value: u.openid, name: u.name, more: u.subscribed ? words.following : words.notFollowing })), user.openid, (whose) => choose(whose).then(look, () => toast(words.lost)));
  $('following').textContent = user.subscribed ? words.following : words.notFollowing;
  $('stranger').hidden = user.subscribed;
  $('write').hidden = !user.subscribed;
  $('write').classList.toggle('as-menu', asMenu);
  $('follow').textContent = user.subscribed ? words.unsubscribe : words.subscribe;
  $('follow').classList.toggle('main', !user.subscribed);
  $('pending').textContent = words.pending((state.faults || []).reduce((sum, f) => sum + f.times, 0));
  $('percent-shown').textContent = `${$('percent').value}%`;
  showMenu();
  showBike();
}

function showMenu() {
  const menu = $('menu');
  const key = JSON.stringify([state.menu, language]);
  if (menu.dataset.key === key) return;
  menu.dataset.key = key;
  const buttons = (state.menu && state.menu.button) || [];
  menu.replaceChildren(...(buttons.length ? buttons.map(menuButton) : [element('span', 'none', words.noMenu)]));
}

function menuButton(button) {
  const cell = element('div');
  const top = element('button', '', button.name);
  top.type = 'button';
  cell.append(top);
  const subs = button.sub_button || [];
  if (subs.length === 0) { top.onclick = () => press(button); return cell; }
  const list = element('menu');
  list.hidden = true;
  list.append(...subs.map((s) => { const b = element('button', '', s.name); b.type = 'button'; b.onclick = () => { list.hidden = true; press(s); }; return b; }));
  top.setAttribute('aria-haspopup', 'menu');
  top.onclick = () => { const hidden = list.hidden; closeMenus(); list.hidden = !hidden; };
  cell.append(list);
  return cell;
}

function closeMenus() { for (const list of document.querySelectorAll('#menu menu')) list.hidden = true; }

function press(button) {
  if (button.type === 'view') { tell(null, 'click', { key: button.url }); open(button.url); } else tell(null, 'click', { key: button.key });
}

function showBike() {
  const bike = state.bike;
  $('bike').hidden = !bike;
  if (!bike) return;
  $('bike-choice').hidden = bike.plugged_in;
  $('overload').hidden = !bike.plugged_in;
  $('plug').textContent = bike.plugged_in ? words.unplug : words.plugIn;
  $('student').textContent = words.student(bike);
  const line = $('bike-state');
  if (!bike.plugged_in) { line.textContent = words.idle; return; }
  const word = words[bike.control === 'on' ? 'charging' : bike.control === 'lock' ? 'lock' : 'off'](words.socket(bike));
  line.replaceChildren(element('b', '', word[0]), word[1], bike.overloaded ? ` · ${words.overloaded}` : '');
}

let toastTimer = 0;
function toast(text) {
  const box = $('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 4000);
}

function tab(name) {
  document.body.dataset.tab = name;
  for (const b of document.querySelectorAll('.tabs button')) b.setAttribute('aria-current', String(b.dataset.tab === name));
  if (name === 'chat') { unread = 0; badge(); $('messages').scrollTop = $('messages').scrollHeight; }
}

// ---- what the frame's page asks of WeChat's browser (open/js/jweixin)

function dialog(title, text, asks) {
  const box = $('dialog');
  box.querySelector('h2').textContent = title;
  box.querySelector('p').textContent = text;
  const input = box.querySelector('input');
  input.hidden = !asks;
  input.value = '';
  box.returnValue = '';
  box.showModal();
  return new Promise((resolve) => { box.onclose = () => resolve(box.returnValue === 'ok' ? input.value : null); });
}

window.addEventListener('message', async (e) => {
  if (e.source !== $('frame').contentWindow || !inGateway(e.origin) || !e.data || e.data.wechat !== 'ask') return;
  const { id, call, args } = e.data;
  let answer = { errMsg: `${call}:ok` };
  if (call === 'scanQRCode') {
    const text = await dialog(words.scan, words.scanHint, true);
    answer = text === null ? { errMsg: 'scanQRCode:cancel' } : { errMsg: 'scanQRCode:ok', resultStr: text };
  } else if (call === 'openLocation') {
    await dialog(words.map, `${args.name || ''} ${args.address || ''} ${args.latitude}, ${args.longitude}`, false);
  } else if (call === 'closeWindow') tab('chat');
  e.source.postMessage({ wechat: 'answer', id, answer }, e.origin);
});

// ---- hands

$('language').onclick = () => { language = language === 'zh' ? 'en' : 'zh'; words = WORDS[language]; remember('sems-phone-language', language); say(); };
$('home').onclick = home;
$('reload').onclick = () => { $('unreachable').hidden = true; $('frame').src = $('frame').src; };
$('back').onclick = () => history.back();
$('swap').onclick = () => { asMenu = !asMenu; show(); if (!asMenu) $('text').focus(); };
$('write').onsubmit = (e) => { e.preventDefault(); const text = $('text').value.trim(); if (text && !asMenu) { $('text').value = ''; tell($('send'), 'text', { text }); } };
$('follow').onclick = (e) => tell(e.currentTarget, state.users.find((u) => u.openid === openid).subscribed ? 'unsubscribe' : 'subscribe');
$('locate').onclick = (e) => { const [latitude, longitude] = PLACES[$('places').selectedIndex]; tell(e.currentTarget, 'location', { latitude, longitude }, words.located); };
$('percent').oninput = () => { $('percent-shown').textContent = `${$('percent').value}%`; };
$('plug').onclick = (e) => state.bike.plugged_in
  ? act(e.currentTarget, 'stand-in/bike/unplug', {}, words.unplugged)
  : act(e.currentTarget, 'stand-in/bike/plug-in', { size, percent: Number($('percent').value) }, words.plugged);
$('overload').onclick = (e) => act(e.currentTarget, 'stand-in/bike/overload', {}, words.injected);
$('inject').onclick = (e) => act(e.currentTarget, 'stand-in/faults', { path: SEND, ...FAULTS[$('fault').selectedIndex] });
$('expire').onclick = (e) => act(e.currentTarget, 'stand-in/expire', {}, words.expired);
for (const b of document.querySelectorAll('[data-act]')) b.onclick = () => tell(b, b.dataset.act, b.dataset.text ? { text: b.dataset.text } : {});
for (const b of document.querySelectorAll('.tabs button')) b.onclick = () => tab(b.dataset.tab);
document.addEventListener('click', (e) => { if (!e.target.closest('#menu')) closeMenus(); });

function tick() {
  $('clock').textContent = clock(Date.now());
  look().finally(() => setTimeout(tick, document.hidden ? 5000 : 1000));
}

say();
tab('phone');
tick();
