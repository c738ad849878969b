/** Version of the add-in, from package.json, put in by the build. */
declare const __ADDIN_VERSION__: string;
/** Address of the bundled data release, relative to the page, put in by the build. */
declare const __RELEASE_FILE__: string;
