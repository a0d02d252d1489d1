/** Names the job that reads a paper; its handler is `jobs/read-paper.ts`. */
export const READ_PAPER = 'read_paper'
