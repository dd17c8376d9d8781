import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  outdir: '.',
  packagejson: false,
  overrideModuleCreation: ({ ts, globs: files }) => {
    const program = getTsProgram(ts, files, 'tsconfig.json');
    return program.getSourceFiles().filter((file) => files.some((path) => file.fileName.includes(path)));
  },
  // Adds `parsedType`, in which a named union is spelled out.
  plugins: [typeParserPlugin({ parsedTypeName: 'parsedType' })],
};
