"""The restricted phrases as data (domain.md §15.4).

Patterns are read against a text in its one form (see text.py): lower case, half width, simplified, nothing between
Chinese characters, words apart by one space. `…` stands for a few characters of the same sentence. A `quiet` phrase
counts only while a tender is in its quiet period; what stands in `unless` around the phrase makes it an ordinary one.
"""

import re
from dataclasses import dataclass

from shapan.compliance.terms import Category

WITHIN = r"[^。，；！？,.;!?\n]{0,10}"  # a few characters of the same sentence


@dataclass(frozen=True, slots=True)
class Phrase:
    category: Category
    pattern: str
    quiet: bool = False
    unless: str = ""

    def compiled(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        exempt = re.compile(self.unless.replace("…", WITHIN)) if self.unless else None
        return re.compile(self.pattern.replace("…", WITHIN)), exempt


BIDDING = r"(?:招标|投标|标书|评标|评分|打分|采购参数|技术参数|技术规范|招标文件|规格书|门槛)"
CONTEST = r"(?:大赛|竞赛|比赛|歌手|辩论|征文|创新奖|黑客松)…评委"
RANKED = r"(?:世界|全球|全国|行业|国内|市场|亚洲|财富|大学|营收|销量|份额)…排名"
GUARDED = r"(?:防范?|反|禁止|严禁|杜绝|打击|防止|识别|不得)…"
PROTECTED = r"(?:防|防止|避免|数据|隐私|内存|燃气|气体|冷媒|油)泄[露漏]|泄[露漏](?:防护|检测|保护|监测|率)"

CATALOGUE = (
    Phrase(Category.BASE_PRICE, r"(?<![目指商座图鼠达])标底(?![稿层部色图盘线座板])"),
    Phrase(Category.BASE_PRICE, r"(?:甲方|业主|招标|采购|他们|对方|客户)的?底价"),
    Phrase(Category.BASE_PRICE, r"底价", quiet=True),
    Phrase(Category.BASE_PRICE, r"\b(?:tender|bid|sealed|undisclosed|buyers?|customers?) (?:base|reserve|floor) prices?\b"),
    Phrase(Category.BASE_PRICE, r"\b(?:base|reserve) price (?:of|for) the (?:tender|bid)\b"),
    Phrase(Category.BASE_PRICE, r"\b(?:base|reserve) prices?\b", quiet=True),
    Phrase(Category.EVALUATORS, r"评委(?!会(?!名单|成员|人员))", unless=CONTEST),
    Phrase(Category.EVALUATORS, r"评标(?:专家|委员(?!会)|人员|小组|委员会(?:名单|成员|人员))"),
    Phrase(Category.EVALUATORS, r"评审(?:专家|委员|组)…(?:名单|姓名|是谁|有谁)"),
    Phrase(Category.EVALUATORS, r"评审(?:专家|委员)|专家名单", quiet=True),
    Phrase(Category.EVALUATORS, r"\b(?:evaluation|bid|tender|award) (?:committee|panel|board|team) (?:members?|names?|list)\b"),
    Phrase(Category.EVALUATORS, r"\b(?:names?|list|identit(?:y|ies)) of (?:the )?(?:bid |tender )?evaluat(?:ors?|ion committee|ion panel)\b"),
    Phrase(Category.EVALUATORS, r"\bevaluators? (?:names?|list)\b"),
    Phrase(Category.EVALUATORS, r"\bevaluators?\b|\bevaluation (?:committee|panel)\b", quiet=True),
    Phrase(Category.SCORES, r"(?:打分|评分)(?:情况|结果|明细|排名)", unless=r"满意度…(?:打分|评分)"),
    Phrase(Category.SCORES, r"评标(?:分数|得分|打分|过程|讨论|内情|细节)"),
    Phrase(Category.SCORES, r"(?:投标|评标|标书|报价|得分|评分|商务标|技术标)…排名|排名…(?:投标|评标|标书|报价)", unless=RANKED),
    Phrase(Category.SCORES, r"排名", quiet=True, unless=RANKED),
    Phrase(Category.SCORES, r"\b(?:evaluation|bid|tender) (?:scor(?:es?|ing)|marks|ranking)s?\b(?! (?:criteria|method|scheme))"),
    Phrase(Category.SCORES, r"\branking of (?:the )?(?:bids?|bidders?|tenders?|offers?)\b"),
    Phrase(Category.SCORES, r"\bsource ?selection\b"),
    Phrase(Category.RIVAL_BIDS, r"(?:其他|别的|竞争对手|友商|对手|别家|竞品)(?:厂家|厂商|公司|单位|投标人)?的?(?:标书|投标文件|投标价|投标报价)"),
    Phrase(Category.RIVAL_BIDS, r"投标(?:人|单位|厂商)的?(?:名单|数量|家数)"),
    Phrase(Category.RIVAL_BIDS, r"(?:友商|对手|别家|其他厂商|其他投标人)…(?:报价|价格)", quiet=True),
    Phrase(Category.RIVAL_BIDS, r"\b(?:competing|rival|competitors?) (?:bid(?:s|ders?)?|tender (?:price|file|document)s?)\b"),
    Phrase(Category.RIVAL_BIDS, r"\bother bidders?\b"),
    Phrase(Category.UNPUBLISHED, r"泄[露漏]…(?:标|招标|报价|评标|专家|名单|分数|采购)|(?:标|招标|报价|评标|专家|名单|分数|采购)…泄[露漏]", unless=PROTECTED),
    Phrase(Category.UNPUBLISHED, r"泄[露漏]", quiet=True, unless=PROTECTED),
    Phrase(Category.UNPUBLISHED, r"(?:未公布|未公开|未发布)的…(?:招标|标书|澄清|补遗|评分)"),
    Phrase(Category.UNPUBLISHED, r"(?:提前|内部|私下|偷偷)(?:透露|告知|发来|拿到|看到)…(?:招标|标书|澄清|补遗|评分)"),
    Phrase(Category.UNPUBLISHED, r"\b(?:unpublished|undisclosed|leaked) (?:tender|bid|specifications?|clarifications?|addend(?:um|a))\b"),
    Phrase(Category.UNPUBLISHED, r"\bleak(?:s|ed|ing)?\b…\b(?:tender|bid|evaluat|scor)"),
    Phrase(Category.PREFERENCE, r"(?<![国室年月日周天区市省境业院校厂车店馆期以之体场城海])内定(?![制位义时价期量向点额稿])"),
    Phrase(Category.PREFERENCE, rf"量身(?:定制|定做|订做|打造)…{BIDDING}|{BIDDING}…量身(?:定制|定做|订做|打造)"),
    Phrase(Category.PREFERENCE, r"量身(?:定制|定做|订做|打造)", quiet=True),
    Phrase(Category.PREFERENCE, r"控标|萝卜标|明招暗定|(?:答应|承诺|许诺|保证)…让?(?:我们|我方|我司)…中标"),
    Phrase(Category.PREFERENCE, r"\btailor(?:ed|ing|made)? (?:the )?(?:tender|specifications?|criteria|requirements?)…\b(?:to|for) (?:us|our)\b"),
    Phrase(Category.PREFERENCE, r"\b(?:predetermined|pre determined|foregone) (?:winner|award)\b|\bwired for us\b"),
    Phrase(Category.COLLUSION, r"(?<![周范外包氛重突])围标(?![识志准注牌签记示杆])", unless=rf"{GUARDED}围标"),
    Phrase(Category.COLLUSION, r"串标(?![签识记志号准])|串通投标", unless=rf"{GUARDED}(?:串标|串通投标)"),
    Phrase(Category.COLLUSION, r"陪标", unless=rf"{GUARDED}陪标"),
    Phrase(Category.COLLUSION, r"\bbid ?rigg(?:ing|ed)\b|\b(?:cover|complementary|courtesy) bid(?:s|ding)?\b|\bcone of silence\b"),
    Phrase(Category.COLLUSION, r"\bcollu(?:de[sd]?|ding|sion|sive)…\b(?:bid|tender)"),
    Phrase(Category.KICKBACK, r"回扣|好处费", unless=rf"(?:无|{GUARDED})(?:回扣|好处费)"),
    Phrase(Category.KICKBACK, r"\bkick ?backs?\b", unless=r"\b(?:anti|no) kick ?backs?\b"),
)  # fmt: skip

HOSPITALITY = (
    r"宴请|晚宴|宴席|吃饭|吃个饭|饭局|聚餐|便饭|晚饭|晚餐|午饭|午餐|请…吃|礼品|礼物|送礼|红包|购物卡|高尔夫|唱歌|喝酒"
    r"|\b(?:dinner|lunch|banquet|gift|golf|karaoke|voucher|hospitality)s?\b"
)
