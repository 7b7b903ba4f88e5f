import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Vitest tells of failures with Map.groupBy, which Node has from 21 on.
const maps = Map as unknown as { groupBy?: (items: Iterable<unknown>, key: (item: unknown) => unknown) => Map<unknown, unknown[]> }
maps.groupBy ??= (items, key) => {
  const groups = new Map<unknown, unknown[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const gateway = process.env['SEMS_GATEWAY'] ?? 'http://127.0.0.1:5080'

/** What is in every entry from its first page on: one file, kept by browsers. */
const everyEntryNeeds = /node_modules\/(@?vue|vue-router|@vue|pinia|vue-i18n|@intlify|openapi-fetch)\/|vite\/preload-helper|plugin-vue:export-helper|src\/shared\/((i18n|live|states)\/|(format|theme|load|errorWords)\.|api\/client|map\/gcj02)|favicon/

/** Addresses of an entry's pages are answered with the entry, as the gateway does. */
const deepAddresses: Plugin = {
  name: 'deep-addresses',
  configureServer: server => void server.middlewares.use((request, _reply, next) => {
    const entry = /^\/(admin|stu|wechat)\/[^.]*$/.exec(request.url?.split('?')[0] ?? '')
    if (entry) request.url = `/${entry[1]}/index.html`
    next()
  }),
}

export default defineConfig({
  root: here('.'),
  plugins: [
    vue(),
    deepAddresses,
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    compression({ algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip', { level: 9 })], include: /\.(js|css|html|svg|json)$/, threshold: 1024 }),
  ],
  resolve: { alias: { '@': here('./src') } },
  // What vue-i18n need not bring along: only its functions are used.
  define: { __VUE_I18N_LEGACY_API__: 'false', __VUE_I18N_FULL_INSTALL__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
  server: { proxy: { '/api': gateway, '/health': gateway } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false }, // where it is not known, the entry names every file itself
    rolldownOptions: {
      input: { admin: here('./admin/index.html'), stu: here('./stu/index.html'), wechat: here('./wechat/index.html') },
      // Few files at first: over a phone's network each costs a way there and back.
      output: { codeSplitting: { groups: [{ name: 'base', test: everyEntryNeeds }, { name: 'student', test: /src\/shared\/(student\/\w+\.ts|battery\/|useForm)/ }, { name: 'phone', test: /vant\/es\/(?!dialog|toast|popup|overlay)|@vant\/use|wechat\/kit\/vant\.ts/ }] } },
    },
  },
  test: { environment: 'jsdom', include: ['tests/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
})
