/** The texts that people agree to, as they stand now; raised whenever they change in substance: people are then asked anew. */
export const LEGAL_VERSION = '2026-11-21'
