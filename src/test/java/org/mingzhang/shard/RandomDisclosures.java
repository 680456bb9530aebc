package org.mingzhang.shard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/** Random disclosures of invented places. */
public final class RandomDisclosures {
  public static final List<String> WORDS =
      List.of("工会", "经费", "三公", "决算", "预算", "支出", "机关运行经费", "残保金", "绩效", "增加");
  private static final List<String> REGIONS =
      List.of("示例省", "示例省/样本市", "示例省/样本市/甲区", "示例省/样本市/乙区", "示例省/样本市二/甲区", "另一省/第三市/丙县");

  private static final List<Category> FOUR_CATEGORIES =
      List.of(
          Category.DEPARTMENT_FINAL_ACCOUNTS,
          Category.UNIT_FINAL_ACCOUNTS,
          Category.DEPARTMENT_BUDGET,
          Category.UNIT_BUDGET);
  private static final List<Topic> SIX_TOPICS =
      List.of(
          Topic.OVERVIEW,
          Topic.TOTALS,
          Topic.INCOME,
          Topic.EXPENDITURE,
          Topic.THREE_PUBLIC,
          Topic.GLOSSARY);

  private final Random random;

  public RandomDisclosures(Random random) {
    this.random = random;
  }

  public Disclosure next() {
    String region = oneOf(REGIONS);
    DocumentMetadata metadata =
        new DocumentMetadata(
            "样本" + random.nextInt(5) + "部门决算",
            false,
            maybe("样本" + random.nextInt(7) + "局"),
            random.nextInt(5) == 0
                ? null
                : new Region(
                    Integer.toString(990000 + REGIONS.indexOf(region)),
                    List.of(region.split("/", -1))),
            random.nextInt(5) == 0 ? null : (Integer) (2019 + random.nextInt(5)),
            random.nextInt(5) == 0 ? null : oneOf(FOUR_CATEGORIES),
            null,
            List.of());
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      sections.add(
          SearchIndex.section(
              Integer.toString(i + 1), "一、", text(2), oneOf(SIX_TOPICS), text(12), text(8)));
    }
    List<Indicator> indicators = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      indicators.add(indicator());
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      figures.add(figure());
    }
    return SearchIndex.disclosure(metadata, sections, indicators, figures, List.of());
  }

  private Indicator indicator() {
    return new Indicator(
        "1",
        "自评表",
        null,
        null,
        maybe(oneOf(List.of("产出指标", "效益指标"))),
        maybe(oneOf(List.of("数量指标", "质量指标"))),
        text(2),
        "≥" + random.nextInt(100) + "%",
        null,
        "10",
        Integer.toString(random.nextInt(11)),
        null,
        oneOf(List.of(Indicator.TargetResult.values())),
        1);
  }

  private Figure figure() {
    return new Figure(
        "1",
        oneOf(List.of("收入总计", "支出总计", "基本支出")),
        null,
        null,
        BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString(),
        oneOf(List.of("元", "万元", "亿元")),
        null,
        text(6),
        1,
        false);
  }

  public String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(oneOf(WORDS));
    }
    return text.toString();
  }

  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private @Nullable String maybe(String value) {
    return random.nextInt(5) == 0 ? null : value;
  }
}
