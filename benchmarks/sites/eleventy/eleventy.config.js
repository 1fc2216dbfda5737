// Settings of Eleventy for the comparison: Markdown without template tags, neighbours found once.
import categories from "./src/_data/categories.js";

export default function (config) {
  config.setUseGitIgnore(false);
  config.addPassthroughCopy({ "style.css": "style.css" });
  config.addFilter("iso", (day) => day.toISOString().slice(0, 10));
  config.addFilter("said", (day) => `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`);
  config.addFilter("pub", (day) => day.toUTCString());

  let all;
  const newest = (api) => (all ??= api.getFilteredByTag("entry").toReversed());
  config.on("eleventy.before", () => { all = undefined; });
  const beside = new Map();
  config.addFilter("beside", (url) => beside.get(url) ?? {});
  config.addCollection("newest", newest);
  for (const { id } of categories)
    config.addCollection(id, (api) => {
      const some = newest(api).filter((one) => one.data.category === id);
      some.forEach((one, at) => beside.set(one.url, { newer: some[at - 1], older: some[at + 1] }));
      return some;
    });
  config.addCollection("issues", (api) => {
    const months = new Map();
    for (const one of newest(api)) {
      if (!months.has(one.data.issue)) months.set(one.data.issue, []);
      months.get(one.data.issue).push(one);
    }
    return [...months].map(([name, items]) => ({
      name,
      count: items.length,
      parts: categories
        .map(({ id, title }) => ({ title, items: items.filter((one) => one.data.category === id) }))
        .filter((part) => part.items.length),
    }));
  });
  return { dir: { input: "src", output: "public" }, markdownTemplateEngine: false };
}
