export default [
  { id: "finance", title: "财务公开" },
  { id: "personnel", title: "人事公开" },
  { id: "family-planning", title: "计划生育" },
  { id: "land", title: "土地宅基地" },
];
