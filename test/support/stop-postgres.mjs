export default async function stopPostgres() {
  const stop = globalThis.stopPostgres
  globalThis.stopPostgres = undefined
  await stop?.()
}
