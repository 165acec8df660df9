"""Signs and words for money, with the ISO 4217 code each stands for."""

from __future__ import annotations

import re

SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD",
    "NT$": "TWD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "CN¥": "CNY",
    "RMB¥": "CNY", "JP¥": "JPY", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY",
    "₩": "KRW", "₽": "RUB", "₹": "INR", "₪": "ILS", "₺": "TRY", "₫": "VND", "฿": "THB",
    "US $": "USD", "RMB": "CNY", "Rs.": "INR", "Rs": "INR", "Kč": "CZK", "RM": "MYR", "Rp": "IDR",
    "KSh": "KES", "Ksh": "KES", "₴": "UAH", "₱": "PHP", "₦": "NGN", "₸": "KZT", "₾": "GEL",
}  # fmt: skip
CODES = (
    "USD EUR GBP CHF JPY CNY KRW KPW RUB CAD AUD NZD HKD SGD TWD INR BRL MXN ZAR SEK "
    "NOK DKK CZK PLN HUF UAH TRY ILS AED SAR QAR IRR KWD THB VND PHP IDR MYR ERN ETB "
    "KES NGN EGP PKR UGX TZS GHS BDT LKR MMK MNT COP CLP CUP "
)
_NAMES = {
    "pound": "GBP", "dollar": "USD",
    "euro": "EUR", "won": "KRW", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "yen": "JPY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "koruna": "CZK",
    "koruny": "CZK", "korun": "CZK", "shekel": "ILS", "baht": "THB", "dong": "VND",
    "ringgit": "MYR", "rupiah": "IDR", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "rand": "ZAR", "naira": "NGN", "nakfa": "ERN",
    "birr": "ETB", "lira": "TRY", "reais": "BRL", "kroner": "NOK", "kronor": "SEK",
    "bitcoin": "XBT", "bitcoins": "XBT",
}  # fmt: skip
_NATIONAL = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "singapore dollar": "SGD",
    "new zealand dollar": "NZD", "taiwan dollar": "TWD", "jamaican dollar": "JMD",
    "north korean won": "KPW", "south korean won": "KRW", "korean won": "KRW",
    "chinese yuan": "CNY", "japanese yen": "JPY", "russian ruble": "RUB",
    "russian rouble": "RUB", "belarusian ruble": "BYN", "indian rupee": "INR",
    "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "swiss franc": "CHF",
    "cfa franc": "XOF", "congolese franc": "CDF", "french franc": "FRF", "czech koruna": "CZK",
    "czech crown": "CZK", "danish kroner": "DKK", "danish krone": "DKK",
    "norwegian kroner": "NOK", "norwegian krone": "NOK", "swedish krona": "SEK",
    "swedish kronor": "SEK", "icelandic krona": "ISK", "mexican peso": "MXN",
    "philippine peso": "PHP", "argentine peso": "ARS", "chilean peso": "CLP",
    "colombian peso": "COP", "cuban peso": "CUP", "turkish lira": "TRY",
    "syrian pound": "SYP", "egyptian pound": "EGP", "lebanese pound": "LBP",
    "british pound": "GBP", "pounds sterling": "GBP", "pound sterling": "GBP",
    "sudanese pound": "SDG", "saudi riyal": "SAR", "qatari riyal": "QAR",
    "iranian rial": "IRR", "omani rial": "OMR", "uae dirham": "AED", "emirati dirham": "AED",
    "moroccan dirham": "MAD", "kuwaiti dinar": "KWD", "iraqi dinar": "IQD",
    "jordanian dinar": "JOD", "serbian dinar": "RSD", "algerian dinar": "DZD",
    "kenyan shilling": "KES", "ugandan shilling": "UGX", "tanzanian shilling": "TZS",
    "romanian lei": "RON", "bulgarian lev": "BGN", "brazilian real": "BRL",
    "south african rand": "ZAR", "maltese lira": "MTL", "german mark": "DEM",
    "deutsche mark": "DEM", "deutschmark": "DEM", "east german mark": "DDM",
}  # fmt: skip
_NO_PLURAL = ("sterling", "kroner", "kronor", "lei", "won", "yuan", "yen", "rand")
_LOCAL = ("peso", "pesos", "franc", "francs", "dinar", "dinars", "dirham", "dirhams", "riyal",
          "riyals", "rial", "rials", "shilling", "shillings", "krona", "krone", "lei")  # fmt: skip

_BY_NAME = {
    **{code.lower(): code for code in CODES.split()},
    **_NAMES,
    **{f"{name}s": code for name, code in _NAMES.items()},
    **_NATIONAL,
    **{
        f"{name}s": code
        for name, code in _NATIONAL.items()
        if name.rsplit(" ")[-1] not in _NO_PLURAL
    },
    **{name: name for name in _LOCAL},
}


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


SIGN = "(?:" + _alternatives(list(SIGNS)) + "|(?:" + "|".join(CODES.split()) + r")(?=[\s$€£\d]))"
"""What stands before the number: "$", "HK$", "EUR "."""
AFTER = {
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₩": "KRW",
    "₴": "UAH",
    "Kč": "CZK",
    "zł": "PLN",
    "$": "USD",
}
"""Signs that some put behind the number."""
NAME = rf"(?i:(?:{_alternatives(list(_BY_NAME))})\b)"
"""What stands behind it: "won", "Swiss francs", "USD"."""


def code_of_sign(sign: str) -> str:
    """The ISO code of a sign or code before a number."""
    return SIGNS.get(sign) or sign.strip()


def code_of_name(name: str) -> str:
    """The ISO code of a currency's name; a name that many countries share stays as written."""
    return _BY_NAME[" ".join(name.lower().split())]


_NORTH = re.compile(
    r"\b(?:North\sKorean?s?|the\sNorth|DPRK|Pyongyang|Hyesan|Sinuiju|Chongjin|Hamhung|Musan|Hoeryong"
    r"|Wonsan|Kaesong|Yanggang|(?:North|South)\s(?:Hamgyong|Pyongan|Hwanghae)|jangmadang)\b"
)
_SOUTH = re.compile(
    r"\b(?:South\sKorean?s?|the\sSouth|ROK|Republic\sof\sKorea|Seoul|Busan|Incheon|Daegu|KOSPI)\b"
)
_NEAR = 500


def which_won(text: str, start: int) -> tuple[str, str]:
    """The code of "won" at `start`, by the one Korea that is named before it, and the basis."""
    near = text[max(0, start - _NEAR) : start + 60]
    north, south = list(_NORTH.finditer(near)), list(_SOUTH.finditer(near))
    if north and not south:
        return "KPW", f"won: North Korea's, after “{north[-1][0]}”"
    if south and not north:
        return "KRW", f"won: South Korea's, after “{south[-1][0]}”"
    if north and south:
        last = max(north[-1].end(), south[-1].end())
        code = "KPW" if north[-1].end() == last else "KRW"
        return code, f"won: by the Korea named last, “{(north if code == 'KPW' else south)[-1][0]}”"
    return "KRW", "won: South Korea's where no Korea is named"
