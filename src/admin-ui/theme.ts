import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** One accent for what can be acted on; everything else stays neutral, so that the marked terms carry the colour. */
const loom: MantineColorsTuple = [
  '#eef8f6',
  '#dcefeb',
  '#b5ddd6',
  '#8acabf',
  '#65b9ac',
  '#4bada0',
  '#2b9488',
  '#0f766e',
  '#0b5f59',
  '#084a45',
]

/** Latin first, then the simplified Chinese faces of macOS, Windows and Linux. Traditional text gets its own in styles.css. */
const sans = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  'Roboto',
  '"Noto Sans"',
  'Ubuntu',
  'Cantarell',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(', ')

export const theme = createTheme({
  primaryColor: 'loom',
  primaryShade: { light: 7, dark: 7 },
  colors: { loom },
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: { centered: false, transitionProps: { duration: 100 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
})

/** Mantine's greys for quiet text fall short of 4.5:1; these do not. The rest are the product's own tokens. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59626b',
    '--mantine-color-placeholder': '#69727b',
    '--mantine-color-anchor': '#0b5f59',
    '--mantine-color-error': '#b42318',
    '--desk-page': '#f6f7f8',
    '--desk-surface': '#ffffff',
    '--desk-raised': '#fbfcfc',
    '--desk-line': '#e1e5e8',
    '--desk-line-strong': '#c9d0d5',
    '--desk-hover': '#f1f5f5',
    '--desk-current': '#e3f1ef',
    '--desk-source-mark': '#ffe9a8',
    '--desk-source-line': '#c98a00',
    '--desk-target-mark': '#c6ebe4',
    '--desk-target-line': '#0f8a7e',
    '--desk-positive': '#1a7a3c',
    '--desk-negative': '#b42318',
    '--desk-caution': '#8a5a00',
    '--desk-quiet': '#59626b',
    '--desk-linked': '#5b3ea8',
  },
  dark: {
    '--mantine-color-body': '#16191c',
    '--mantine-color-dimmed': '#a4adb5',
    '--mantine-color-placeholder': '#939ca5',
    '--mantine-color-anchor': '#65c9bb',
    '--mantine-color-error': '#ff9a8f',
    '--desk-page': '#111416',
    '--desk-surface': '#181c1f',
    '--desk-raised': '#1c2124',
    '--desk-line': '#2b3136',
    '--desk-line-strong': '#434b52',
    '--desk-hover': '#20262a',
    '--desk-current': '#1d3532',
    '--desk-source-mark': '#5a4508',
    '--desk-source-line': '#e0b040',
    '--desk-target-mark': '#0d4a44',
    '--desk-target-line': '#4cc4b4',
    '--desk-positive': '#6fd08c',
    '--desk-negative': '#ff9a8f',
    '--desk-caution': '#f0c060',
    '--desk-quiet': '#a4adb5',
    '--desk-linked': '#b9a3f5',
  },
})
