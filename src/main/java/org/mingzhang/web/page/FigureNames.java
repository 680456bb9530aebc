package org.mingzhang.web.page;

import java.util.List;

/** Names of figures as the index has them. */
public final class FigureNames {
  /** Those that nearly every disclosure states, in order. */
  public static final List<String> KEY =
      List.of("收入总计", "支出总计", "基本支出", "项目支出", "三公经费支出决算", "公务接待费", "机关运行经费");

  private FigureNames() {}
}
