"""What is changed in one page of the small site, in which line that is a fault, and what is said of it."""

# ruff: noqa: E501 - a fault a line is read best
from __future__ import annotations

from tests.checks.site.small_site import ROOT

HEAD = "<head>"
P = '<p id="p7k2">'
LEADS = '<a href="{}">x</a>'

PLANTED: list[tuple[str, str, int | str, str]] = [
    # Where addresses lead.
    (P, P + LEADS.format("../tied/"), "p", "leads to en/talks/tied/index.html, which is not there; did you mean en/talks/tide"),
    (P, P + LEADS.format("../../gone.pdf"), "p", "en/gone.pdf, which is not there"),
    (P, P + LEADS.format("../tide"), "p", "is a folder; write a slash"),
    (P, P + LEADS.format("index.htm?x#y"), "p", "index.htm, which is not there"),
    (P, P + LEADS.format(f"{ROOT}en/gone/"), "p", "en/gone/index.html, which is not there"),
    (P, P + LEADS.format("//forum.example/proceedings/gone/"), "p", "gone/index.html, which is not there"),
    (P, P + LEADS.format("../../../../x/"), "p", "above the root of the site"),
    (P, P + LEADS.format("/en/"), "p", "counted from the root of the host, and the site lies at /proceedings/"),
    (P, P + LEADS.format("/proceedings/gone/"), "p", "gone/index.html, which is not there"),
    (P, P + LEADS.format("/proceedings/en/") + LEADS.format("gone/"), "p", "en/talks/tide/gone/index.html"),
    (P, P + LEADS.format("javascript:alert(1)"), "p", "scheme that no reader can follow"),
    (P, P + LEADS.format("person:ada-lin"), "p", "scheme that no reader can follow"),
    (P, P + LEADS.format("http://[x/"), "p", "is no address"),
    (P, P + '<form action="send.php">', "p", "form action: 'send.php' leads to"),
    (P, P + '<blockquote cite="../gone/">', "p", "blockquote cite"),
    (P, P + '<svg><a xlink:href="../gone/"/></svg>', "p", "a xlink:href"),
    # Fragments.
    (P, P + LEADS.format("#p7k3"), "p", "has no id 'p7k3'; did you mean #p7k2?"),
    (P, P + LEADS.format("../../#gone"), "p", "en/index.html has no id 'gone'"),
    (P, P + LEADS.format("../old/#gone"), "p", "en/talks/tide/index.html has no id 'gone'"),
    (P, P + LEADS.format("#gone:~:text=word"), "p", "has no id 'gone'"),
    (P, P + LEADS.format(f"{ROOT}en/#%E6%B8%AF"), "p", "has no id '港'"),
    # Images.
    (P, P + '<img src="../../images/dott.png" alt="">', "p", "did you mean en/images/dot.png"),
    (P, P + '<img srcset="../../images/dot.png 1x,gone.png 2x" alt="">', "p", "gone.png, which is not there"),
    (P, P + '<video poster="gone.jpg"></video>', "p", "video poster"),
    (P, P + '<img src="../../assets/style.css" alt="">', "p", "has an ending that browsers do not show"),
    (P, P + '<img src="" alt="">', "p", "en/talks/tide/index.html has an ending that browsers do not show"),
    # From another host.
    (P, P + '<script src="https://cdn.example/x.js"></script>', "p", "loaded from another host"),
    (P, P + '<script src="//cdn.example/x.js"></script>', "p", "loaded from another host"),
    (P, P + '<img src="https://cdn.example/x.png" alt="">', "p", "loaded from another host"),
    (P, P + '<img srcset="https://cdn.example/x.png 2x" alt="">', "p", "loaded from another host"),
    (P, P + '<iframe src="https://player.example/"></iframe>', "p", "loaded from another host"),
    (P, P + '<object data="https://cdn.example/x"></object>', "p", "loaded from another host"),
    (P, P + '<video src="https://cdn.example/x.mp4"></video>', "p", "loaded from another host"),
    (P, P + '<svg><use href="https://cdn.example/x.svg#a"/></svg>', "p", "loaded from another host"),
    (P, P + '<a ping="https://count.example/" href="#tide">x</a>', "p", "a ping"),
    (P, P + '<b style="background:url(https://cdn.example/x.png)">x</b>', "p", "b style"),
    (HEAD, HEAD + '<link rel="preconnect" href="https://fonts.example">', 3, "loaded from another host"),
    (HEAD, HEAD + '<link rel="stylesheet" href="https://fonts.example/x.css">', 3, "loaded from another host"),
    (HEAD, HEAD + '<link rel="icon" href="gone.ico">', 3, "link icon"),
    (HEAD, HEAD + "<style>\n\n@import 'https://fonts.example/x.css';</style>", 5, "loaded from another host"),
    (HEAD, HEAD + '<style>/* url(a) */\n@font-face { src: url("https://fonts.example/x") }</style>', 4, "another host"),
    (HEAD, HEAD + '<meta property="og:image" content="https://forum.example/proceedings/no.png">', 3, "meta og:image"),
    # What a page says of itself.
    ('<html lang="en">', "<html>", "html", "no lang"),
    ('<html lang="en">', '<html lang="">', "html", "no lang"),
    ("<title>Tide & time</title>", "", 1, "no title"),
    ("<title>Tide & time</title>", "<title> </title><svg><title>x</title></svg>", 1, "no title"),
    ('<h1 id="tide">Tide</h1>', '<h2 id="tide">Tide</h2>', 1, "no h1"),
    ('<h1 id="tide">Tide</h1>', '<h1 id="tide"> <i></i></h1>', "h1", "the h1 is empty"),
    (P, "<h1>Another</h1>" + P, "p", "another h1"),
    (P, P + '<b id="tide">x</b>', "p", "the id 'tide' is in this page already"),
    (P, P + '<b onclick="alert(1)">x</b>', "p", "onclick is script"),
    (HEAD, HEAD + '<base href="../">', 3, "a base element"),
    # Its address.
    (f'<link rel="canonical" href="{ROOT}en/talks/tide/">', "", 1, "no canonical address"),
    (f'canonical" href="{ROOT}en/talks/tide/"', f'canonical" href="{ROOT}en/"', "canonical", "is not the page's own"),
    (f'canonical" href="{ROOT}en/talks/tide/"', 'canonical" href="https://forum.example/"', "canonical", "not the page's own"),
    (HEAD, f'{HEAD}<link rel="canonical" href="{ROOT}en/talks/tide/">', "canonical", "two canonical addresses"),
    # Other languages.
    (f'hreflang="en" href="{ROOT}en/talks/tide/"', f'hreflang="en" href="{ROOT}en/"', "alternates", "is not the page itself"),
    (f'<link rel="alternate" hreflang="x-default" href="{ROOT}talks/tide/">', "", "alternates", "no alternate for x-default"),
    (f'<link rel="alternate" hreflang="en" href="{ROOT}en/talks/tide/">', "", "alternates", "no alternate for en"),
    (f'<link rel="alternate" hreflang="zh-Hant" href="{ROOT}zh-hant/talks/tide/">', "", "alternates", "no alternate for zh-Hant"),
    (f'hreflang="zh-Hant" href="{ROOT}zh-hant/', f'hreflang="zh-Hant" href="{ROOT}', 8, "whose lang is zh-Hans"),
    (f'hreflang="zh-Hant" href="{ROOT}zh-hant/talks/tide/"', f'hreflang="zh-Hant" href="{ROOT}zh-hant/"', 8, "does not name the same"),
    (f'hreflang="zh-Hant" href="{ROOT}zh-hant/talks/tide/"', 'hreflang="zh-Hant" href="../../../zh-hant/talks/tide/"', 8, "not an absolute address"),
    (f'hreflang="zh-Hant" href="{ROOT}zh-hant/talks/tide/"', f'hreflang="zh-Hant" href="{ROOT}zh-hant/gone/"', 8, "zh-hant/gone/index.html, which is not there"),
    (f'hreflang="x-default" href="{ROOT}talks/tide/"', f'hreflang="x-default" href="{ROOT}"', "alternates", "x-default is none of the languages"),
    ('hreflang="zh-Hant"', 'hreflang="en"', 9, "hreflang en is there twice"),
]  # fmt: skip
