"""A year's working days as the official notice says them, in `content/calendar/YYYY.yaml`."""

from generator.model.fields import Day, Field, Groups, Text

REST_FIELDS = (
    Field("name", "节日", Text(), help="为什么放假"),
    Field("from", "起", Day(), required=True, help="放假第一天"),
    Field("until", "止", Day(), help="放假最后一天；只放一天的不写"),
)
WORK_FIELDS = (Field("on", "日期", Day(), required=True, help="调休上班的周六或周日"),)
FIELDS = (
    Field("basis", "依据", Text(), required=True, help="照哪个通知写的：名称和文号"),
    Field("rest", "放假", Groups(REST_FIELDS), required=True, help="放假的日子，周末也可以写进去"),
    Field(
        "work", "上班", Groups(WORK_FIELDS, short="on"), help="调休上班的周六、周日，一行一个日期"
    ),
)
