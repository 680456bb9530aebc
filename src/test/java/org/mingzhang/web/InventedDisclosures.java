package org.mingzhang.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.NewVersions;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Sha256;

/**
 * Disclosures of invented places, stored in an archive. The one of 黑土县 is a record without facts,
 * as early versions of the program made them.
 */
final class InventedDisclosures {
  static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");

  /** Would run or break the page if it were not escaped anywhere. */
  static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}";

  private final Archive archive;
  private final Path folder;
  private final List<ArchivedDisclosure> stored = new ArrayList<>();

  /** Not empty for a file that is replaced afterwards; its figures are those of the year before. */
  private String edition = "";

  InventedDisclosures(Archive archive, Path folder) {
    this.archive = archive;
    this.folder = folder;
  }

  /** Where the final accounts of 2023 of the trade union of 白水区 were published. */
  static final String COLLECTED = "http://www.example.gov.cn/bsq/2023.pdf";

  /** What is known of an address. */
  static Provenance provenance(String url, @Nullable Instant gone) {
    return new Provenance(
        url,
        "bsq",
        "http://www.example.gov.cn/bsq/a.html",
        "白水区总工会2023年度决算<b>，电话13812345678",
        "附件：2023年度决算",
        Instant.parse("2024-09-01T01:00:00Z"),
        Instant.parse("2024-10-01T20:00:00Z"),
        gone,
        gone == null ? null : "HTTP 404",
        LocalDate.of(2024, 8, 30),
        "page: 发布时间： 2024-08-30",
        null,
        null,
        null);
  }

  /** Stores all of them. */
  List<ArchivedDisclosure> store() {
    archive
        .frontier()
        .recordObservedDocument(
            new VisitRecord.ObservedDocument(provenance(COLLECTED, null), null), SEEN);
    for (int year = 2021; year <= 2024; year++) {
      store("示例省样本市青石区总工会", "990102", "青石区", year, Category.DEPARTMENT_FINAL_ACCOUNTS, "qsqzgh");
    }
    store("示例省样本市青石区教育局", "990102", "青石区", 2024, Category.DEPARTMENT_FINAL_ACCOUNTS, "qsqjyj");
    store("示例省样本市白水区总工会", "990103", "白水区", 2023, Category.DEPARTMENT_FINAL_ACCOUNTS, "bsqzgh");
    edition = "初稿";
    store("示例省样本市白水区总工会", "990103", "白水区", 2024, Category.DEPARTMENT_BUDGET, "bsqzgh");
    edition = "";
    stored.removeLast();
    store("示例省样本市白水区总工会", "990103", "白水区", 2024, Category.DEPARTMENT_BUDGET, "bsqzgh");
    store("示例省样本市财政局", "990100", null, 2024, Category.DEPARTMENT_SELF_EVALUATION, "ybsczj");
    store(HOSTILE, "990104", "黑土县", 2022, Category.OTHER, "htx");
    return List.copyOf(stored);
  }

  private void store(
      String agency,
      String code,
      @Nullable String district,
      int year,
      Category category,
      String id) {
    try {
      String title = agency + year + "年度" + category.label();
      Path file = folder.resolve(id + year + category.slug() + ".txt");
      if (id.equals("bsqzgh") && year == 2023) {
        twoPages(file);
      } else {
        Files.writeString(file, title + edition);
      }
      List<String> path =
          district == null ? List.of("示例省", "样本市") : List.of("示例省", "样本市", district);
      DocumentMetadata about =
          new DocumentMetadata(
              title,
              false,
              agency,
              new Region(code, path),
              year,
              category,
              AgencyType.MASS_ORGANIZATION,
              List.of(
                  new Evidence("agency", "title-line", agency, 1),
                  new Evidence("region", "title-line" + Evidence.BY_TOWNSHIP, agency, 1),
                  new Evidence("year", "title-line", year + "年度", 1)));
      SourceDocument source =
          new SourceDocument(
              file.getFileName().toString(),
              Sha256.hash(file),
              "application/pdf",
              345_678,
              26,
              null);
      Disclosure disclosure =
          new Disclosure(
                  source,
                  about,
                  sections(agency, edition.isEmpty() ? year : year - 1),
                  tables(),
                  indicators(),
                  figures(edition.isEmpty() ? year : year - 1),
                  findings(),
                  List.of())
              .withRuleCounts(
                  new AuditRuleCounts(
                      List.of(
                          new AuditRuleCounts.RuleCounts(
                              "completion-rate", 3, 1, 0, List.of(), List.of(), List.of()),
                          new AuditRuleCounts.RuleCounts(
                              "parts",
                              2,
                              0,
                              1,
                              List.of("列举未完"),
                              List.of("the list goes on"),
                              List.of()))));
      disclosure =
          disclosure.withFacts(
              id.equals("htx")
                  ? List.of()
                  : InventedFacts.of(disclosure, edition.isEmpty() ? year : year - 1));
      stored.add(
          archive.store(
              NewVersions.of(
                  "/" + file.getFileName(),
                  id + "-" + year + "-" + category.slug(),
                  List.of(
                      "gk",
                      "gk-zyzz",
                      "jsb",
                      "jsb-srzc",
                      "qk",
                      "qk-ztqk",
                      "qk-sgjf",
                      "qk-sgjf-ztqk",
                      "qk-jgyx",
                      "jx"),
                  disclosure,
                  file,
                  null,
                  id.equals("bsqzgh") ? COLLECTED.replace("2023", String.valueOf(year)) : null,
                  1,
                  SEEN.plusSeconds(stored.size()))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A real PDF, for the viewer. */
  private static void twoPages(Path file) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (int i = 1; i <= 2; i++) {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
          text.beginText();
          text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
          text.newLineAtOffset(100, 600);
          text.showText("page " + i);
          text.endText();
        }
      }
      pdf.save(file.toFile());
    }
  }

  private static List<Section> sections(String agency, int year) {
    return List.of(
        section("1", "第一部分", agency + "概况", Topic.OVERVIEW, 3),
        section(
            "1.1",
            "一、",
            "主要职责",
            Topic.OVERVIEW,
            3,
            "（一）贯彻执行工会工作的方针政策，依法维护职工合法权益。",
            "（二）组织职工开展劳动和技能竞赛，联系电话13812345678。"),
        section("2", "第二部分", year + "年度部门决算表", Topic.ACCOUNT_TABLE, 5),
        new Section(
            "2.1",
            "一、",
            "收入支出决算总表",
            2,
            Topic.ACCOUNT_TABLE,
            5,
            false,
            false,
            List.of(new Section.TablePart(5, 0, grid()))),
        section("3", "第三部分", year + "年度部门决算情况说明", Topic.OTHER, 9),
        section(
            "3.1",
            "一、",
            "收入支出决算总体情况说明",
            Topic.TOTALS,
            9,
            year + "年度收、支总计均为465.38万元。与上年度相比，收、支总计各减少21.40万元，下降4.4%，主要原因是压减一般性支出，取消了两项一次性活动。",
            "按照过紧日子的要求，本单位从严控制各项支出，缴纳残保金6.35万元，较上年减少0.42万元。"),
        section("3.2", "九、", "“三公”经费支出决算情况说明", Topic.THREE_PUBLIC, 20),
        section(
            "3.2.1",
            "（一）",
            "“三公”经费财政拨款支出决算总体情况",
            Topic.THREE_PUBLIC,
            20,
            year
                + "年度“三公”经费财政拨款支出全年预算为6.08万元，支出决算为4.28万元，完成全年预算的90%，比上年减少1.20万元。其中：公务用车运行费支出4.28万元，公务接待费全年预算为0万元，支出决算为0万元。",
            "决算数小于预算数的主要原因是严格执行中央八项规定精神，减少公务用车出行次数。"),
        section(
            "3.3",
            "十、",
            "机关运行经费支出情况",
            Topic.OPERATING_EXPENSES,
            23,
            year + "年度机关运行经费支出56.20万元，比上年度减少3.10万元，下降5.2%。" + HOSTILE),
        section(
            "3.4",
            "十三、",
            "预算绩效情况说明",
            Topic.PERFORMANCE,
            25,
            "组织对1个项目开展绩效自评，资金150.2万元，占一般公共预算项目支出总额的100%，全年新建工会组织48家。"));
  }

  private static Section section(
      String path, String number, String title, Topic topic, int page, String... paragraphs) {
    List<Section.Part> body = new ArrayList<>();
    for (int i = 0; i < paragraphs.length; i++) {
      body.add(new Section.Paragraph(page + i, paragraphs[i]));
    }
    int level = (int) path.chars().filter(c -> c == '.').count() + 1;
    return new Section(path, number, title, level, topic, page, false, false, body);
  }

  private static TableBlock grid() {
    List<TableBlock.Cell> cells = new ArrayList<>();
    cells.add(new TableBlock.Cell(0, 0, 1, 2, "收入"));
    cells.add(new TableBlock.Cell(0, 2, 1, 2, "支出"));
    String[][] rows = {
      {"项目", "决算数", "项目", "决算数"},
      {"一、一般公共预算财政拨款收入", "452.83", "一、一般公共服务支出", "401.12"},
      {"二、政府性基金预算财政拨款收入", "0.00", "八、社会保障和就业支出", "38.06"},
      {"八、其他收入", "12.55", "十九、住房保障支出", "26.20"},
      {"本年收入合计", "465.38", "本年支出合计", "465.38"},
      {HOSTILE, "1,465.38", "总计", "465.38"}
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < 4; c++) {
        cells.add(new TableBlock.Cell(r + 1, c, 1, 1, rows[r][c]));
      }
    }
    return new TableBlock(5, 7, 4, cells);
  }

  private static List<TableData> tables() {
    List<List<String>> rows = grid().grid().subList(2, 7);
    return List.of(
        new TableData(
            "2.1",
            "收入支出决算总表",
            "万元",
            5,
            List.of("收入/项目", "收入/决算数", "支出/项目", "支出/决算数"),
            rows,
            List.of(5, 5, 5, 5, 5)));
  }

  private static List<Indicator> indicators() {
    return List.of(
        indicator(
            "产出指标", "数量指标", "新建工会组织", "≥42家", "48家", "10", "10", null, Indicator.TargetResult.MET),
        indicator(
            "产出指标",
            "质量指标",
            "职工培训合格率",
            "≥95%",
            "91%",
            "10",
            "8.5",
            "两期培训因场地延期",
            Indicator.TargetResult.MISSED),
        indicator(
            "产出指标",
            "时效指标",
            "困难职工慰问",
            "≥800人次",
            "612人次",
            "10",
            "10",
            null,
            Indicator.TargetResult.MISSED),
        indicator(
            "产出指标", "数量指标", "处理劳动争议", "≥30件", "165件", "10", "10", null, Indicator.TargetResult.MET),
        indicator(
            "效益指标",
            "社会效益指标",
            "提升职工归属感",
            "提升",
            null,
            "20",
            null,
            null,
            Indicator.TargetResult.UNKNOWN),
        indicator(
            "满意度指标",
            "服务对象满意度",
            HOSTILE,
            "≥90%",
            "96%",
            "10",
            "10",
            null,
            Indicator.TargetResult.MET));
  }

  private static Indicator indicator(
      String level1,
      String level2,
      String name,
      String target,
      @Nullable String actual,
      String weight,
      @Nullable String score,
      @Nullable String note,
      Indicator.TargetResult targetResult) {
    return new Indicator(
        "3.4",
        "部门整体绩效自评表",
        "职工服务项目",
        null,
        level1,
        level2,
        name,
        target,
        actual,
        weight,
        score,
        note,
        targetResult,
        25);
  }

  private static List<Figure> figures(int year) {
    return List.of(
        new Figure(
            "3.1", "收入总计", null, null, "465.38", "万元", year, year + "年度收、支总计均为465.38万元", 9, false),
        new Figure("3.1", "残保金", null, null, "63500", "元", year, "缴纳残保金6.35万元", 10, false),
        new Figure(
            "3.2.1",
            "三公经费支出决算",
            null,
            null,
            Integer.toString(year - 2018) + ".28",
            "万元",
            year,
            "支出决算为4.28万元",
            20,
            false),
        new Figure(
            "3.2.1", "公务接待费", null, null, "0", "万元", year, "公务接待费全年预算为0万元，支出决算为0万元", 20, false));
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding(
            "completion-rate",
            Finding.Kind.COMPLETION_RATE,
            Finding.Severity.PROOF,
            "3.2.1",
            20,
            "全年预算为6.08万元，支出决算为4.28万元，完成全年预算的90%",
            "90%",
            "70.4%",
            "4.28 ÷ 6.08 = 70.4%，文中写 90%",
            "±0.6 个百分点",
            "完成率与同句的预算数、决算数对不上",
            "The completion rate does not follow from the budget and the outturn in the same"
                + " sentence",
            null,
            new FindingGap(new BigDecimal("11900"), new BigDecimal("19.6"))),
        new Finding(
            "text-table",
            Finding.Kind.TEXT_TABLE_MISMATCH,
            Finding.Severity.PROBABLE,
            "3.3",
            23,
            "机关运行经费支出56.20万元",
            "56.20万元",
            "52.60万元",
            "表中公用经费 52.60 ≠ 文中 56.20",
            null,
            "机关运行经费与表中公用经费不一致",
            "Operating expenses differ from the table",
            new Finding.QuoteLocation("2.1", 5, "公用经费 52.60"),
            new FindingGap(new BigDecimal("36000"), new BigDecimal("6.8441"))));
  }
}
