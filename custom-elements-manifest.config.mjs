export default {
  globs: ['src/elements/*/kpi-*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  outdir: '.',
  packagejson: false,
};
