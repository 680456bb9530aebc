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
          "/search?scope=indicators",
          "/search?scope=figures&sort=amount",
          "/search?scope=documents",
          "/search?scope=findings",
          "/d/qsqzgh-2024-bmjs",
          "/d/qsqzgh-2024-bmjs?view=tables",
          "/d/qsqzgh-2024-bmjs?view=indicators",
          "/d/qsqzgh-2024-bmjs?view=figures",
          "/d/qsqzgh-2024-bmjs?view=findings",
          "/d/qsqzgh-2024-bmjs?view=versions",
          "/d/htx-2022-qt",
          "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk?q=%E5%85%AC%E5%8A%A1",
          "/d/htx-2022-qt/jsb-srzc",
          "/d/qsqzgh-2024-bmjs/qk");

  private Addresses() {}
}
