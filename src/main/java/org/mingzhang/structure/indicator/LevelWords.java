package org.mingzhang.structure.indicator;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of the first two levels of performance forms: 产出, 效益, 满意度 and 成本指标 with their kinds,
 * and the seven groups of 部门整体支出.
 */
public final class LevelWords {
  private static final Set<String> FIRST =
      Set.of(
          "产出", "效益", "满意度", "成本", "投入", "过程", "效果", "决策", "履职", "运行成本", "管理效率", "履职效能", "社会效应",
          "可持续发展能力", "可持续性", "履职完成", "履职效果", "产出与效益", "部门管理", "预算执行", "预算管理", "效率", "影响力", "管理",
          "项目管理", "资金管理", "产出效益", "社会满意度", "服务对象满意度");
  private static final Set<String> SECOND =
      Set.of(
          "数量",
          "质量",
          "时效",
          "成本",
          "经济成本",
          "社会成本",
          "生态成本",
          "生态环境成本",
          "经济效益",
          "社会效益",
          "生态效益",
          "可持续影响",
          "可持续发展",
          "服务对象满意度",
          "满意度",
          "社会公众满意度",
          "受益对象满意度",
          "群众满意度",
          "联系部门满意度",
          "服务满意度",
          "环境效益",
          "公众满意度",
          "社会公众或服务对象满意度",
          "社会公众及服务对象满意度",
          "服务对象或社会公众满意度",
          "履职基础",
          "部门效果目标",
          "可持续性影响",
          "产出数量",
          "产出质量",
          "产出时效",
          "产出成本",
          "员工满意度",
          "受益群众满意度",
          "目标设定",
          "预算配置",
          "预算安排",
          "预算编制",
          "资产管理",
          "财务管理",
          "绩效管理",
          "战略管理",
          "职责履行",
          "履职效益");

  /** Names that are 一级指标 in some forms and 二级指标 in others. */
  private static final Set<String> EITHER =
      Set.of("预算执行", "预算管理", "部门管理", "项目管理", "资金管理", "履职完成", "履职效果", "运行成本");

  private static final Set<String> FOUR_WORDS = Set.of("运行成本", "管理效率", "履职效能", "社会效应");
  private static final Pattern POINTS =
      Pattern.compile("[（(]\\s*\\d{1,3}(\\.\\d+)?\\s*[分%％]?\\s*[）)]");
  private static final Pattern LIST_MARK = Pattern.compile("^([（(]?[一二三四五\\d]{1,2}[）)、.．])");

  private LevelWords() {}

  /** A level's name without its points: 产出指标（40分） becomes 产出指标. */
  public static String name(String text) {
    return POINTS.matcher(text).replaceAll("");
  }

  /** Whether a text is a prescribed 一级指标. */
  public static boolean isFirst(String text) {
    return FIRST.contains(stem(text));
  }

  /** Whether a text is a prescribed 二级指标. */
  public static boolean isSecond(String text) {
    return SECOND.contains(stem(text));
  }

  /** Whether a text is a 一级指标 or 二级指标 of the prescribed forms. */
  public static boolean isLevel(String text) {
    return isFirst(text) || isSecond(text);
  }

  /** Whether a text is a 一级指标 in some forms and a 二级指标 in others. */
  public static boolean isEither(String text) {
    return EITHER.contains(stem(text));
  }

  /** Whether two texts are one name broken over rows: 运行 and 成本, 效益 and 指标. */
  public static boolean isBrokenName(String head, String tail) {
    String whole = head + tail;
    if (FOUR_WORDS.contains(whole) && !head.isEmpty() && !tail.isEmpty()) {
      return true;
    }
    if (tail.equals("指标")) {
      return isFirst(whole) || isSecond(whole);
    }
    return !head.isEmpty() && !isFirst(head) && !isFirst(tail) && !tail.isEmpty() && isFirst(whole);
  }

  private static String stem(String text) {
    String name = LIST_MARK.matcher(name(text)).replaceFirst("");
    return name.endsWith("指标") || name.endsWith("目标") ? name.substring(0, name.length() - 2) : name;
  }
}
