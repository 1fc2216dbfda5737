"""What a theme says of itself: its name, the contract it was written for, the theme it builds on."""

from generator.model.fields import Count, Field, Name, Text

FIELDS = (
    Field("name", "名称", Text(), required=True, help="主题的名称"),
    Field("about", "简介", Text(), help="一句话说它给谁用"),
    Field("contract", "约定", Count(), required=True, help="按第几版页面约定写的，现在是 1"),
    Field("parent", "上级", Name(), help="在哪个主题上改：themes 里的文件夹名"),
)
