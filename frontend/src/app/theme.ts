import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine's greys are neutral; ours lean to blue, so that its inputs sit in our panels. */
const dark: MantineColorsTuple = [
  '#dde5ee',
  '#b6c2cf',
  '#8f9dae',
  '#7d8b9c',
  '#2c3948',
  '#1d2631',
  '#141b24',
  '#0f141b',
  '#0b0f15',
  '#080b10',
];

export const theme = createTheme({
  colors: { dark },
  fontFamily: 'var(--font-ui), system-ui, sans-serif',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  spacing: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  defaultRadius: 4,
  // Who asks the system for less motion gets menus and dialogs at once, not after a wait for no fade.
  respectReducedMotion: true,
  // White text on the default blue.6 has a contrast of only 3.55.
  primaryShade: { light: 8, dark: 8 },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 26, variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 350, fz: 11 } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs', hideControls: true } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right', allowDeselect: false } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.6, blur: 2 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
  },
});
