/** Raised when a message changes shape; a page and a host of different versions refuse each other instead of guessing. */
export const CONTRACT_VERSION = 1;
