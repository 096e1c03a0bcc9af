// Imported once, then kept by the browser's cache: Streamlit sends this text again with every change of data.
const modules = new Map();

export default async function load(component) {
  const address = new URL(component.data.module, document.baseURI).href;
  if (!modules.has(address)) modules.set(address, import(address));
  return (await modules.get(address)).default(component);
}
