/** Whose days are meant: those of a simulated exchange, by its id, or of real meters and markets. */
export type World = string;

export const REALITY: World = 'reality';

/** The exchange as the API takes it, which means reality where none is named. */
export const exchangeOf = (world: World): string | undefined => (world === REALITY ? undefined : world);
