"""Names and sentences of the length they have in life: rendering is paid by the character."""

from random import Random

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志红玉兰海燕鹏飞雪梅晨宇欣怡浩然梓涵思远"
PINYIN = ("Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Hu", "Zhu", "Gao")
LATIN_GIVEN = ("Anna", "Bruno", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Luca")
LATIN_FAMILY = (
    "Almeida",
    "Bianchi",
    "Dubois",
    "Fischer",
    "Johansson",
    "Kowalski",
    "Larsen",
    "Moreau",
    "Novak",
    "Weber",
)
PLACES = (
    "河北", "山西", "辽宁", "吉林", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南",
    "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西", "宁夏", "新疆", "北京", "上海", "天津", "重庆",
)  # fmt: skip
TRADES = (
    ("移动通信", "电信"), ("电力", "能源"), ("医疗集团", "医疗"), ("轨道交通", "交通"), ("石化", "能源"),
    ("银行", "金融"),
)  # fmt: skip
DEPARTMENTS = (
    "计划建设部", "网络部", "采购部", "财务部", "信息技术部", "市场部", "运营维护部", "技术研究院", "综合管理部",
    "安全生产部",
)  # fmt: skip
CHIEFS = (("总经理", "CEO"), ("副总经理", "VP"), ("总工程师", "CTO"))
TITLES = (("主任", "M3"), ("副主任", "M2"), ("高级经理", "M2"), ("项目经理", "P7"), ("工程师", "P6"), ("专员", "P5"))
PURPOSES = (
    "交流下一期扩容的技术方案与建设节奏",
    "了解年度预算与招标安排",
    "介绍节能改造的样板点情况",
    "跟进试点问题的处理进展",
)
OUTCOMES = (
    "客户认可分步实施的思路，要求补充现网割接的风险说明和回退方案", "预算已报集团，等待批复；主任建议先做两个地市的试点",
    "对样板点的能耗数据很感兴趣，希望组织一次现场考察", "问题已闭环，客户网络部给出书面确认",
)  # fmt: skip
NEXT_STEPS = ("一周内提交风险说明与回退方案", "安排去样板点考察", "月底前与采购部对齐付款条件", "约主任与我方高层会面")
QUOTES = ("你们的方案比上次成熟很多。", "价格不是唯一的因素，交付能力更重要。", "先把试点做好，其他的再谈。")
STATEMENTS = (
    "主动把我方介绍给网络部的负责人，并在内部会上为方案说话", "邀请我方参加内部技术讨论，提前给了需求清单",
    "接受邀约并按时赴会，会后主动联系", "提供了竞争对手的报价区间与评标倾向", "在评审会上公开质疑我方交付能力",
)  # fmt: skip
PROMISED = ("提供割接方案初稿", "寄送样板点能耗报告", "确认专家到场时间", "答复付款条件")


class Words:
    """Draws from the lists above with the company's own dice."""

    def __init__(self, dice: Random):
        self.draw = dice.random

    def one(self, of):
        return of[int(self.draw() * len(of))]

    def chinese_name(self) -> str:
        return self.one(FAMILY) + self.one(GIVEN) + (self.one(GIVEN) if self.draw() < 0.8 else "")  # noqa: PLR2004 -- four in five

    def person(self) -> tuple[str, str]:
        """(name, name in Latin script): nine Chinese to one European."""
        if self.draw() < 0.1:  # noqa: PLR2004 -- one in ten
            return f"{self.one(LATIN_GIVEN)} {self.one(LATIN_FAMILY)}", ""
        return self.chinese_name(), f"{self.one(PINYIN)} {self.one(LATIN_GIVEN)}"
