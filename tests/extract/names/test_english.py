"""Names in English sentences of invented people and bodies."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.names.finding import find_mentions
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document


def named(text: str) -> tuple[list[str], list[str]]:
    """The people and the organisations that a text names, each form once, in the order of the text."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    mentions = find_mentions(article, sentences(article), find_titles(article.text))
    people = dict.fromkeys(mention.text for mention in mentions if mention.kind == "person")
    return [*people], [*dict.fromkeys(mention.text for mention in mentions if mention.kind == "organization")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # surnames that are other words as well
        ("On Monday Oh Ji-hak and So Bit-na dined with Kang Il-do.", ["Oh Ji-hak", "So Bit-na", "Kang Il-do"]),
        ("Oh, what a day it was for the makers of trucks.", []),
        ("So the talks went on for hours and nobody left.", []),
        ("Eugene Yeom told reporters that the plant would open.", ["Eugene Yeom"]),
        # a family name that is part of a town's as well
        ("Hong Do-yun met Kang Il-do. Hong dined with Seo Bit-na in Hong Kong.", ["Hong Do-yun", "Kang Il-do", "Hong", "Seo Bit-na"]),
        # three words of one syllable each
        ("President Ma Sung Yeol told reporters that talks went well.", ["Ma Sung Yeol"]),
        # names of other nations
        ("Guo Jianing and Nguyen Vu Truong Son signed the papers in Hanoi.", ["Guo Jianing", "Nguyen Vu Truong Son"]),
        ("The minister saw Nguyen Vu Truong Son on Friday.", ["Nguyen Vu Truong Son"]),
        ("Anindya Goenka said the unit would be sold.", ["Anindya Goenka"]),
        ("Khalifa bin Rashid al Marri said so in Doha.", ["Khalifa bin Rashid al Marri"]),
        # surnames that are towns
        ("Envoy Julia Berlin dined with CEO Robert Houston of Torvane Capital.", ["Julia Berlin", "Robert Houston"]),
        ("A plant project in Nghi Son, which was delayed, came up when Ok Min-jae met Ma Tae-sik.", ["Ok Min-jae", "Ma Tae-sik"]),
        ("He has an interest in Sung Kim, an envoy, said Ok Min-jae.", ["Sung Kim", "Ok Min-jae"]),
        # given names with two capitals
        ("Michael ByungJoo Hwang sat down with Kim MinSeok.", ["Michael ByungJoo Hwang", "Kim MinSeok"]),
        ("DaeJung Kim, 57, said the talks went well.", ["DaeJung Kim"]),
        # after a word for several
        ("Minister Ma Tae-sik met his Thai and Omani counterparts, Somchai Wattana and Salim Barwani, respectively.",
         ["Ma Tae-sik", "Somchai Wattana", "Salim Barwani"]),
        ("The foreign ministers of Oman and Laos, Salim Barwani and Khamphet Sisouk, came.", ["Salim Barwani", "Khamphet Sisouk"]),
        ("Its co-chairmen, Dorvia Kestrano, Salim Barwani and Farouk Benzema, met Ok Min-jae.",
         ["Dorvia Kestrano", "Salim Barwani", "Farouk Benzema", "Ok Min-jae"]),
        ("Senators Dorvia Kestrano and Farouk Benzema met Ok Min-jae.", ["Dorvia Kestrano", "Farouk Benzema", "Ok Min-jae"]),
        # a nation's
        ("He was to see Japan's Hirotsugu Sekimoto as well.", ["Hirotsugu Sekimoto"]),
        ("Ok Min-jae held talks with Thailand's Somchai Wattana and Oman's Salim Barwani.",
         ["Ok Min-jae", "Somchai Wattana", "Salim Barwani"]),
        ("Ok Min-jae bought a stake in China's Longwave Vista.", ["Ok Min-jae"]),
        # called as a company is
        ("Torvane Chairman Kenji Honda met Ok Min-jae. Chairman Honda said so. Honda left.", ["Kenji Honda", "Ok Min-jae", "Honda"]),
        # who only wrote the story
        ("Talks ended on Friday. (Reporting by Miyoung Kim; Editing by Colin Trewhitt)", []),
        ("Talks ended on Friday. Correspondent Min Sun-yi in Seoul contributed to this report.", []),
        ("The report by Min Sun-yi said that talks had ended.", ["Min Sun-yi"]),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert named(text)[0] == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # listed names that are capitals in Korean as well
        ("The board of KT picked a new chief executive on Monday.", ["KT"]),
        ("Executives of HMM and TSMC came to the talks.", ["HMM", "TSMC"]),
        # two words that name nothing by themselves
        ("Min Do-yun saw the heads of Garam Chemical and Hanul Motor on Monday.", ["Garam Chemical", "Hanul Motor"]),
        # what is said of a body before its name
        ("Songdo-based Celvorin's CEO Kee Woo-jin met Daejeon-based Veldora's co-CEO Ma Tae-sik.", ["Celvorin", "Veldora"]),
        ("Kosdaq-listed Dorvia Chairman Ok Min-jae flew to Busan on Monday.", ["Dorvia"]),
        ("State-run Garam Bank and Chinese-owned Hanul Tire fell out on Monday.", ["Garam Bank", "Hanul Tire"]),
        ("Seoul-based Noruvia had called. Noruvia CEO Ok Min-jae said so.", ["Noruvia"]),
        # ministries
        ("Reporters waited at the foreign ministry, the land ministry said.", ["foreign ministry", "land ministry"]),
        ("The ministry said so, and China's foreign ministry and the Thai finance ministry did.", []),
        ("Omani Rural Works Minister Salim Barwani came to the talks.", []),
        ("Ok Min-jae saw Katherine Dunne of the Office of the U.S. Trade Representative.", ["Office of the U.S. Trade Representative"]),
        # whose somebody's counterpart is
        ("Ok Min-jae called his counterpart at Redion on Monday.", ["Redion"]),
        ("Torvane President Peter Siemens met Ok Min-jae. Siemens told reporters so.", ["Torvane"]),
        # venues, and bodies where something happens at them
        ("They dined at the Garam Furniture Museum on Monday, and later at the Noru Club.", []),
        ("Ok Min-jae is director of the Garam Art Museum in Seoul.", ["Garam Art Museum"]),
        ("Min Do-yun left from Haneul International Airport on Monday.", []),
        ("They dined at Lotte Hotel in Seoul before the vote was held.", []),
        # capitals within a word
        ("Yoon Bit-na came to the bank in 2002 from SamilAudit after a long search.", ["SamilAudit"]),
        ("Wilma MacAllister said that ChatGPT had helped with the letter.", []),
        # a union is told by its company, and by nothing else
        ("Executives at Hanul Energy left. Hanul's labor union wants a raise. Union leader Bae Do-jin said so.",
         ["Hanul Energy", "Hanul's labor union"]),
        # what a body does is none
        ("Contact: Bae Do-jin, Corporate Communications, for more on the plant.", []),
        # ", the company" speaks of another
        ("The plant stands north of Drayfield, the company said on Wednesday.", []),
        ("Shares fell at Drayfield, the biggest maker of trams, on Wednesday.", ["Drayfield"]),
        ("Desmond Quah, the boss of Straits Pacific, which wants a stake, flew home.", ["Straits Pacific"]),
        ("Ministers from all over the Asia Pacific came to the talks.", []),
        ("Patrice Dunleavy spoke at the Drayfield Policy Forum on Friday.", []),
        ("Shares fell at Banca di Drayfield, the biggest lender of Italy, on Friday.", ["Banca di Drayfield"]),
    ],
)
def test_organizations(text: str, bodies: list[str]) -> None:
    assert named(text)[1] == bodies


def test_a_listed_name_that_is_a_given_name_is_no_company_before_a_surname() -> None:
    assert named("Eugene Yeom, of the press office, said that the plant would open.")[1] == []


@pytest.mark.parametrize(
    ("text", "people", "bodies"),
    [
        ("He saw his counterpart Dorvia Kestrano on Monday.", ["Dorvia Kestrano"], []),
        ("Zelda Quorn, who left in May, came back.", ["Zelda Quorn"], []),
        ("Zelda Quorn, 57, came back.", ["Zelda Quorn"], []),
        ("The fund bought a stake in Veldora Quint last year.", [], ["Veldora Quint"]),
        ("She leads Veldora with two brothers.", [], ["Veldora"]),
        ("Garam Chemical Group (GCG) fell. Shares of GCG rose.", [], ["Garam Chemical Group", "GCG"]),
        ("She lives in Veldora Quint with two brothers.", [], []),
        # what somebody is by calling is no part of the name
        ("Philanthropist Zelda Quorn met Kang Il-do.", ["Zelda Quorn", "Kang Il-do"], []),
        ("It was activist Zelda Quorn whom Lawmaker Kang Il-do met.", ["Zelda Quorn", "Kang Il-do"], []),
        ("The chip designer Veldora Quint hired Kang Il-do.", ["Kang Il-do"], ["Veldora Quint"]),
        ("He wrote to Investor Holdings Group on Monday.", [], ["Investor Holdings Group"]),
        ("He was flanked by Zelda Quorn, a former Veldora director nominated by the fund.", ["Zelda Quorn"], ["Veldora"]),
        ("He bought Veldora Quint, a Busan-based maker of locks.", [], ["Veldora Quint"]),
        ("Chairman-nominee Kang Il-do met CEO-designate Seo Bit-na.", ["Kang Il-do", "Seo Bit-na"], []),
        # small words and given names
        ("Dorvia CEO Farid al-Quorn came. Al-Quorn left on Friday.", ["Farid al-Quorn", "Al-Quorn"], ["Dorvia"]),
        ("Dorvia CEO Piet van Quorn came.", ["Piet van Quorn"], ["Dorvia"]),
        ("Dorvia Chief Executive Lotte Quorn came to Lotte Chemical.", ["Lotte Quorn"], ["Dorvia", "Lotte Chemical"]),
        ("Daniel Oh, president of Garam Trading, called.", ["Daniel Oh"], ["Garam Trading"]),
        # what a listed name begins
        ("She runs data center developer SK Veldora.", [], ["SK Veldora"]),
        ("Veldora's Asia chief Zelda Quorn came.", ["Zelda Quorn"], ["Veldora"]),
    ],
)
def test_what_stands_beside_an_unknown_name_tells_what_it_is(text: str, people: list[str], bodies: list[str]) -> None:
    assert named(text) == (people, bodies)
