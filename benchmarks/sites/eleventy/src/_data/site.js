export default {
  title: "清溪镇政务公开",
  organ: "清溪镇人民政府",
  url: "https://www.qingxi.example",
};
