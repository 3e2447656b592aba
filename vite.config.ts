import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The admin page: sources in src/admin-ui, result in dist/admin-ui, where the server finds it. */
export default defineConfig({
  root: 'src/admin-ui',
  plugins: [react()],
  build: { outDir: '../../dist/admin-ui', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': process.env['TERMLOOM_SERVER'] ?? 'http://localhost:3000' } },
})
