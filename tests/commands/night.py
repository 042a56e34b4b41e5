"""An evening of the invented forum: its programme is there, and a recording of it, and no record."""

from __future__ import annotations

FORUM = "observers-night-2025"
HOME = f"content/forums/{FORUM}"
PROGRAMME = """\
# The night before the meeting.
title: {zh-Hans: 芦汐观察夜, en: The Observers' Night}
event: tideland-2025
language: zh-Hans
date: 2025-10-17
people: [{person: mu-weibai, roles: [host]}]
publish_unchecked: true
sessions:
  - id: one-plate
    kind: talk
    title: 一块板，十一年
    people: [{person: shu-heting, roles: [speaker]}]

  - {id: wader-ledger, kind: talk, title: 滩鸟的账本, people: [{person: wen-shuoyu, roles: [speaker]}]}

  - id: harbour # his train was late
    kind: talk
    title: 港口的潮
    people: [{person: yu-qiuzhi, roles: [speaker]}]
"""
