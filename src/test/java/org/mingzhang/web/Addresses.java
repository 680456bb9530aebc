package org.mingzhang.web;

import java.util.List;

/** One address of every kind of page. */
final class Addresses {
  static final List<String> PAGES =
      List.of(
          "/",
          "/search",
          "/search?q=%E4%B8%89%E5%85%AC&year=2024&not.category=%E5%85%B6%E4%BB%96",
          "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27",
          "/search?q=%E5%93%AA%E4%BA%9B%E5%8C%BA%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E4%B8%8A%E6%B6%A8",
          "/search?q=%E9%9D%92%E7%9F%B3%E5%8C%BA%E6%95%99%E8%82%B2%E5%B1%802024%E5%B9%B4%E5%9F%BA%E6%9C%AC%E6%94%AF%E5%87%BA",
          "/search?scope=indicators",
          "/search?scope=figures&sort=amount",
          "/search?scope=facts&sort=amount",
          "/search?scope=facts&account=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&stage=%E5%86%B3%E7%AE%97",
          "/search?scope=documents",
          "/search?scope=findings",
          "/d/qsqzgh-2024-bmjs",
          "/d/qsqzgh-2024-bmjs?view=tables",
          "/d/qsqzgh-2024-bmjs?view=indicators",
          "/d/qsqzgh-2024-bmjs?view=figures",
          "/d/qsqzgh-2024-bmjs?view=findings",
          "/d/qsqzgh-2024-bmjs?view=findings&severity=probable",
          "/d/qsqzgh-2024-bmjs?view=versions",
          "/d/htx-2022-qt",
          "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk?q=%E5%85%AC%E5%8A%A1",
          "/d/htx-2022-qt/jsb-srzc",
          "/d/qsqzgh-2024-bmjs/qk",
          "/d/qsqzgh-2024-bmjs/pages",
          "/d/bsqzgh-2023-bmjs/pages",
          "/d/bsqzgh-2023-bmjs/pages?section=qk-ztqk&q=%E5%85%AC%E5%8A%A1",
          "/regions",
          "/regions/%E7%A4%BA%E4%BE%8B%E7%9C%81/%E6%A0%B7%E6%9C%AC%E5%B8%82/%E9%9D%92%E7%9F%B3%E5%8C%BA",
          "/compare",
          "/compare?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E6%94%AF%E5%87%BA%E5%86%B3%E7%AE%97&year=2024",
          "/compare?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&moved=rose&by=10&sort=change",
          "/compare?name=%E5%9F%BA%E6%9C%AC%E6%94%AF%E5%87%BA",
          "/d/qsqjyj-2024-bmjs?view=figures",
          "/d/qsqjyj-2024-bmjs/jsb-srzc?fact=a-37263fa5",
          "/compare?kind=indicator&measure=actual",
          "/compare?kind=topic&chart=tiles&agency=%E5%B7%A5%E4%BC%9A",
          "/compare?name=%E6%AE%8B%E4%BF%9D%E9%87%91&chart=bars&at=2023&add=%E7%81%AB%E6%98%9F",
          "/regions?find=%E7%99%BD",
          "/regions/%E7%A4%BA%E4%BE%8B%E7%9C%81",
          "/indicators?show=without_actual&level1=%E6%95%88%E7%9B%8A%E6%8C%87%E6%A0%87",
          "/compare/sections?a=qsqzgh-2024-bmjs/qk-sgjf-ztqk&b=qsqzgh-2023-bmjs/qk-sgjf-ztqk",
          "/compare/sections?a=qsqzgh-2024-bmjs/qk-sgjf-ztqk",
          "/search?q=%E4%B8%89%E5%85%AC&group=document",
          "/search?scope=figures&group=agency",
          "/dossier",
          "/leads",
          "/leads/missed?sort=gap_percent",
          "/leads/exceeded?year=2024",
          "/changes",
          "/changes?kind=replaced",
          "/d/bsqzgh-2024-bmys/changes",
          "/indicators",
          "/batch",
          "/batch?q=%E4%B8%89%E5%85%AC&q=year:abc",
          "/search/facet?q=%E7%BB%8F%E8%B4%B9&dimension=category&find=%E5%86%B3",
          "/search/facet?dimension=region",
          "/coverage",
          "/help",
          "/rules",
          "/about",
          "/api");

  /**
   * Pages that are not for everybody, not whole or not there; {@link #REMOVED} is to be taken out.
   */
  static final List<String> FURTHER =
      List.of(
          "/admin",
          "/admin/login",
          "/admin/collect",
          "/admin/dossier",
          "/embed/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk",
          "/embed/d/htx-2022-qt/jsb-srzc",
          "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk?lang=zh-Hant-all",
          "/search?q=zzzz&year=1999",
          "/search?size=1000",
          "/d/qsqzgh/gk",
          "/d/" + Addresses.REMOVED,
          "/nothing");

  /** A document that no other page is of. */
  static final String REMOVED = "qsqczj-2024-bmjs";

  /** Addresses that are not pages. */
  static final List<String> OTHERS =
      List.of(
          "/api/v1/search",
          "/api/v1/suggest?q=%E4%B8%89",
          "/api/v1/disclosures/qsqzgh-2024-bmjs",
          "/api/v1/sections/qsqzgh-2024-bmjs/gk-zyzz",
          "/api/v1/export?format=csv",
          "/api/v1/batch?q=%E4%B8%89%E5%85%AC",
          "/api/v1/facet?dimension=year",
          "/api/v1/openapi.json",
          "/search.atom",
          "/search.json-feed",
          "/changes.atom",
          "/feeds/documents.atom",
          "/feeds/findings.json",
          "/feeds/versions.atom",
          "/opensearch.xml",
          "/sitemap.xml",
          "/robots.txt",
          "/health/live",
          "/health/ready",
          "/metrics",
          "/compare.svg",
          "/d/qsqzgh-2024-bmjs/figures.csv",
          "/d/qsqjyj-2024-bmjs/facts.csv",
          "/api/v1/facts?format=csv",
          "/compare.csv?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9",
          "/d/qsqzgh-2024-bmjs/findings.xlsx",
          "/d/qsqzgh-2024-bmjs/original",
          "/d/qsqzgh-2024-bmjs/cite?format=ris",
          "/embed/d/qsqzgh-2024-bmjs/qk-jgyx",
          "/nothing");

  private Addresses() {}
}
