import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

/**
 * Keeps what a page can use: the elements and their public members. The analyzer reads our own `define(tag, class)` and
 * `dispatch(type)` as if their parameters were names; tags and events are those of the JSDoc.
 */
const publicFace = {
  name: 'public-face',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ tagName }) => tagName);
      module.exports = module.exports.filter(({ name }) =>
        module.declarations.some((element) => element.name === name),
      );
      for (const element of module.declarations) {
        element.members = element.members?.filter(({ privacy }) => privacy !== 'private' && privacy !== 'protected');
        // A union spelled out helps an editor; a result spelled out fills the file and changes with every inner type.
        for (const member of [...(element.members ?? []), ...(element.attributes ?? [])])
          if (member.parsedType?.text.includes('{')) delete member.parsedType;
        element.events = element.events?.filter(({ name }) => name.startsWith('kpi-'));
        const declaration = { name: element.name, module: module.path };
        module.exports.push({ kind: 'custom-element-definition', name: element.tagName, declaration });
      }
    }
    manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0);
  },
};

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
  plugins: [typeParserPlugin({ parsedTypeName: 'parsedType' }), publicFace],
};
