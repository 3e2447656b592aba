import type { ReactNode } from 'react'

/** A handful of line drawings on a 16 × 16 grid; they take the colour of the text around them. */
const drawings = {
  check: <path d="M3 8.5 6.5 12 13 4.5" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  ring: <circle cx="8" cy="8" r="4.5" />,
  skip: <path d="M3 4l5 4-5 4zM8.5 4l5 4-5 4z" />,
  merge: <path d="M4 3v3c0 2 4 2 4 5v2M12 3v3c0 2-4 2-4 5" />,
  pencil: <path d="M3 13l.6-2.8 7.6-7.6 2.2 2.2-7.6 7.6z" />,
  undo: <path d="M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="m10 10 3.5 3.5" />
    </>
  ),
  refresh: <path d="M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3" />,
  upload: <path d="M8 11V3M5 6l3-3 3 3M3 13h10" />,
  download: <path d="M8 3v8M5 8l3 3 3-3M3 13.5h10" />,
  warning: <path d="M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5V11M8 5v.2" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1" />
    </>
  ),
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z" />,
  keyboard: (
    <>
      <rect x="1.5" y="4" width="13" height="8.5" rx="1.5" />
      <path d="M4 6.8h.1M6.7 6.8h.1M9.3 6.8h.1M12 6.8h.1M5 10h6" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.7" />
      <path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4" />
    </>
  ),
  card: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="M5 6.5h6M5 9.5h3.5" />
    </>
  ),
  document: <path d="M4 2h5.5L12.5 5v9H4zM9.5 2v3h3M6 8h4.5M6 11h4.5" />,
  chevron: <path d="m4 6 4 4 4-4" />,
  up: <path d="m4 10 4-4 4 4" />,
  left: <path d="m10 3-5 5 5 5" />,
  right: <path d="m6 3 5 5-5 5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  bin: <path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.2l2 1.3" />
    </>
  ),
  comment: <path d="M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z" />,
  link: <path d="M6.5 9.5 9.5 6.5M7 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M9 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      {drawings[name]}
    </svg>
  )
}

/** The mark of the house: threads of two languages, woven. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" strokeWidth="2.6" strokeLinecap="round" aria-hidden>
      <rect width="24" height="24" rx="6" fill="#0f766e" />
      <path d="M6 8h5M15 8h3M6 12h1M11 12h7M6 16h5M15 16h3" stroke="#fff" />
      <path d="M13 6v4M13 15v3M9 11v3" stroke="#ffd479" />
    </svg>
  )
}
