package org.mingzhang.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;

/**
 * Made-up disclosures of made-up agencies in the real districts of the gazetteer. Every title says
 * that it is synthetic.
 */
public final class SyntheticCorpus implements Corpus {
  private static final String[] AGENCIES = {
    "教育局",
    "财政局",
    "卫生健康局",
    "民政局",
    "人力资源和社会保障局",
    "住房和城乡建设局",
    "交通运输局",
    "农业农村局",
    "水务局",
    "文化和旅游局",
    "应急管理局",
    "市场监督管理局",
    "审计局",
    "统计局",
    "司法局",
    "自然资源局",
    "生态环境局",
    "商务局",
    "科学技术局",
    "退役军人事务局",
    "总工会",
    "残疾人联合会",
    "妇女联合会",
    "科学技术协会",
    "人民法院",
    "人民检察院",
    "机关事务服务中心",
    "城市管理局",
    "医疗保障局",
    "信访局"
  };
  private static final Category[] CATEGORIES = {
    Category.DEPARTMENT_FINAL_ACCOUNTS,
    Category.DEPARTMENT_BUDGET,
    Category.UNIT_FINAL_ACCOUNTS,
    Category.UNIT_BUDGET,
    Category.DEPARTMENT_SELF_EVALUATION
  };
  private static final Topic[] TOPICS = Topic.values();
  private static final int FIRST_YEAR = 2015;
  private static final int YEARS = 10;
  private static final int CHAPTERS = 5;
  private static final int SECTIONS_OF_CHAPTER = 4;

  private final List<Division> divisions =
      Gazetteer.standard().divisions().stream()
          .filter(d -> d.isCurrent() && d.parent() != null)
          .toList();

  @Override
  public String name() {
    return "synthetic disclosures";
  }

  @Override
  public BenchDocument document(int number) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    Division division = divisions.get(random.nextInt(divisions.size()));
    int kind = random.nextInt(AGENCIES.length);
    int year = FIRST_YEAR + random.nextInt(YEARS);
    Category category = CATEGORIES[random.nextInt(CATEGORIES.length)];
    Phrasebook phrases = new Phrasebook(random, year);
    String agency = division.name() + AGENCIES[kind];
    DocumentMetadata metadata =
        new DocumentMetadata(
            year + "年度" + agency + category.label() + "（合成数据）",
            false,
            agency,
            division.toRegion(),
            year,
            category,
            type(kind),
            List.of());
    SourceDocument source =
        new SourceDocument(
            "synthetic-" + number + ".pdf",
            String.format("%064x", number),
            "application/pdf",
            1,
            25,
            null);
    List<Section> sections = sections(random, phrases, year);
    Disclosure disclosure =
        new Disclosure(
            source,
            metadata,
            sections,
            List.of(),
            List.of(indicator(random, phrases)),
            List.of(
                figure("收入总计", phrases, year, null),
                figure("一般公共预算财政拨款支出", phrases, year, phrases.project())),
            List.of(),
            List.of());
    return new BenchDocument(
        "synthetic-" + number,
        disclosure,
        IntStream.range(0, sections.size()).mapToObj(i -> "s" + i).toList());
  }

  private static AgencyType type(int kind) {
    return switch (AGENCIES[kind]) {
      case "总工会", "残疾人联合会", "妇女联合会", "科学技术协会" -> AgencyType.MASS_ORGANIZATION;
      case "人民法院", "人民检察院" -> AgencyType.JUDICIAL;
      case "机关事务服务中心" -> AgencyType.INSTITUTION;
      default -> AgencyType.GOVERNMENT;
    };
  }

  private static List<Section> sections(Random random, Phrasebook phrases, int year) {
    List<Section> sections = new ArrayList<>();
    for (int c = 1; c <= CHAPTERS; c++) {
      Topic chapter = TOPICS[(c * 3) % TOPICS.length];
      sections.add(
          section("" + c, "第" + c + "部分", chapter.label() + "情况说明", chapter, c, phrases, 1));
      for (int s = 1; s <= SECTIONS_OF_CHAPTER; s++) {
        Topic topic = TOPICS[random.nextInt(TOPICS.length)];
        String title =
            random.nextInt(4) == 0 ? phrases.project() : year + "年度" + topic.label() + "情况";
        sections.add(
            section(
                c + "." + s,
                "（" + "一二三四".charAt(s - 1) + "）",
                title,
                topic,
                c * SECTIONS_OF_CHAPTER + s,
                phrases,
                1 + random.nextInt(4)));
      }
    }
    return sections;
  }

  private static Section section(
      String path,
      String number,
      String title,
      Topic topic,
      int page,
      Phrasebook phrases,
      int sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append(phrases.sentence());
    }
    return new Section(
        path,
        number,
        title,
        path.indexOf('.') < 0 ? 1 : 2,
        topic,
        page,
        false,
        false,
        List.of(new Section.Paragraph(page, text.toString())));
  }

  private static Indicator indicator(Random random, Phrasebook phrases) {
    return new Indicator(
        "5",
        "项目支出绩效自评表",
        phrases.project(),
        null,
        "产出指标",
        "数量指标",
        phrases.project() + "数量",
        "≥" + random.nextInt(100) + "个",
        random.nextInt(100) + "个",
        "10",
        Integer.toString(random.nextInt(11)),
        null,
        random.nextInt(3) == 0 ? Indicator.TargetResult.MISSED : Indicator.TargetResult.MET,
        21);
  }

  private static Figure figure(
      String name, Phrasebook phrases, int year, @org.jspecify.annotations.Nullable String item) {
    String value = phrases.amount().replace(",", "");
    return new Figure("1", name, item, null, value, "万元", year, name + value + "万元", 5, false);
  }
}
