/** Version of the add-in, from package.json, put in by the build. */
declare const __ADDIN_VERSION__: string;
/** Address of the bundled data release, relative to the page, put in by the build. */
declare const __RELEASE_FILE__: string;
/** Folder of the release channel, ending in "/": "data/" beside the page, or the address named at build time. */
declare const __RELEASE_CHANNEL__: string;
/** "" or the public key, as Base64 of its SPKI form, with whose other half every notice of a data release must be signed. */
declare const __RELEASE_KEY__: string;
/** "" or, in the namespaced fallback, "METALS": the pane must then write REE functions as METALS.REE.… */
declare const __FUNCTION_NAMESPACE__: string;
declare module "*.css";
