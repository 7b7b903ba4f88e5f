// A stand-in for WeChat's script (jweixin 1.6): the calls that SEMS's pages make. What it needs to know it asks of the stand-in by scripts,
// so that a page whose rules let it have scripts from there, and nothing else, works as it does in WeChat's browser.
(function () {
  'use strict';
  if (window.wx && window.wx.standIn) return;
  var origin = new URL(document.currentScript.src).origin;
  var state = 'none'; // none, asked, ready, failed
  var readers = [];
  var complainers = [];
  var fault = null;
  var asked = {};
  var count = 0;

  function load(path, query, done) {
    var name = 'wechat_stand_in_' + (++count);
    var script = document.createElement('script');
    function end(answer) { delete window[name]; script.remove(); done(answer); }
    window[name] = end;
    script.onerror = function () { end({ errMsg: 'fail, the stand-in does not answer' }); };
    query.callback = name;
    script.src = origin + path + '?' + new URLSearchParams(query);
    document.head.appendChild(script);
  }

  function finish(call, args, answer) {
    var ok = answer.errMsg === call + ':ok';
    var cancelled = answer.errMsg === call + ':cancel';
    var told = ok ? args.success : cancelled ? args.cancel : args.fail;
    if (told) told(answer);
    if (args.complete) args.complete(answer);
  }

  function whenReady(call, args, go) {
    args = args || {};
    if (state !== 'ready') finish(call, args, { errMsg: call + ':fail, the permission value is offline verifying' });
    else go(args);
  }

  // The page of the phone around this one answers what a person must.
  function askPhone(call, args) {
    if (window.parent === window) {
      if (call !== 'scanQRCode') { finish(call, args, { errMsg: call + ':ok' }); return; }
      var text = window.prompt('扫一扫：输入二维码的内容');
      finish(call, args, text === null ? { errMsg: call + ':cancel' } : { errMsg: call + ':ok', resultStr: text });
      return;
    }
    var id = ++count;
    asked[id] = function (answer) { finish(call, args, answer); };
    var plain = {};
    Object.keys(args).forEach(function (k) { if (typeof args[k] !== 'function') plain[k] = args[k]; });
    window.parent.postMessage({ wechat: 'ask', id: id, call: call, args: plain }, origin);
  }

  window.addEventListener('message', function (e) {
    if (e.origin !== origin || !e.data || e.data.wechat !== 'answer' || !asked[e.data.id]) return;
    var told = asked[e.data.id];
    delete asked[e.data.id];
    told(e.data.answer);
  });

  window.wx = window.jWeixin = {
    standIn: true,
    config: function (c) {
      state = 'asked';
      var query = { app_id: c.appId, nonce: c.nonceStr, timestamp: c.timestamp, signature: c.signature, url: location.href.split('#')[0] };
      load('/open/js/stand-in/config', query, function (answer) {
        if (answer.errMsg === 'config:ok') {
          state = 'ready';
          readers.splice(0).forEach(function (f) { f(); });
        } else {
          state = 'failed';
          fault = answer;
          complainers.forEach(function (f) { f(answer); });
        }
      });
    },
    ready: function (f) { if (state === 'ready') f(); else readers.push(f); },
    error: function (f) { complainers.push(f); if (fault) f(fault); },
    checkJsApi: function (args) {
      var result = {};
      (args.jsApiList || []).forEach(function (n) { result[n] = typeof window.wx[n] === 'function'; });
      finish('checkJsApi', args, { errMsg: 'checkJsApi:ok', checkResult: result });
    },
    getLocation: function (args) {
      whenReady('getLocation', args, function (a) {
        if (a.type && a.type !== 'wgs84') { finish('getLocation', a, { errMsg: 'getLocation:fail, the stand-in knows wgs84 alone' }); return; }
        load('/open/js/stand-in/place', {}, function (answer) { finish('getLocation', a, answer); });
      });
    },
    openLocation: function (args) { whenReady('openLocation', args, function (a) { askPhone('openLocation', a); }); },
    scanQRCode: function (args) { whenReady('scanQRCode', args, function (a) { askPhone('scanQRCode', a); }); },
    closeWindow: function () { askPhone('closeWindow', {}); },
    hideOptionMenu: function () {}, showOptionMenu: function () {}, hideAllNonBaseMenuItem: function () {}, hideMenuItems: function () {},
    miniProgram: { getEnv: function (f) { f({ miniprogram: false }); } },
  };
})();
