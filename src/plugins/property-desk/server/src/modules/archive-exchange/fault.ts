/**
 * What went wrong, for the log: the database's or Node's own code and where it was, without the sentence, which may quote
 * what was to be written.
 */
export const faultOf = (error: unknown): string => {
  const { code, name, stack } = error as { code?: string; name?: string; stack?: string };
  const trace = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [code ?? name ?? 'unknown', ...trace.slice(0, 8)].join('\n');
};
