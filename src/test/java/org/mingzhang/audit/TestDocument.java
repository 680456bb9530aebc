package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.structure.indicator.IndicatorReader;

/**
 * Builder of the disclosure of an invented district office. Paragraphs and cells that were added
 * can still be changed, since they are mutable lists.
 */
public final class TestDocument {
  private static final String BELOW = "below";
  private static final String AGENCY = "示例省样本市测试区档案局";

  /**
   * A section: paragraphs, and a data table or a form.
   *
   * @param paragraphs its paragraphs; a mutable list
   * @param unit unit of the data table, null where there is none
   * @param header heads of the data table's columns
   * @param rows cells of the table or form; mutable lists
   */
  public record SectionContent(
      Topic topic,
      String number,
      String title,
      List<String> paragraphs,
      @Nullable String unit,
      List<String> header,
      List<List<String>> rows) {
    /** Whether the cells are those of a data table. */
    public boolean isTable() {
      return !header.isEmpty();
    }
  }

  private final List<SectionContent> sectionContents = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private String agency = AGENCY;
  private int year = 2024;
  private Category category = Category.DEPARTMENT_FINAL_ACCOUNTS;

  TestDocument budget() {
    return withKindAndYear(Category.DEPARTMENT_BUDGET, 2024);
  }

  /** A document of another kind or year. */
  public TestDocument withKindAndYear(Category kind, int ofYear) {
    category = kind;
    year = ofYear;
    return this;
  }

  /** The same document of another body of the district. */
  TestDocument byAgency(String body) {
    agency = body;
    return this;
  }

  /** The sections in reading order. */
  public List<SectionContent> sectionContents() {
    return sectionContents;
  }

  /** The first section whose title holds these words. */
  public SectionContent findSection(String title) {
    return sectionContents.stream()
        .filter(p -> p.title().contains(title))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(title));
  }

  private TestDocument addSection(
      Topic topic,
      String number,
      String title,
      List<String> paragraphs,
      @Nullable String unit,
      List<String> header,
      List<String> rows) {
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(r -> cells.add(new ArrayList<>(Arrays.asList(r.split(",", -1)))));
    sectionContents.add(
        new SectionContent(topic, number, title, new ArrayList<>(paragraphs), unit, header, cells));
    return this;
  }

  /** The heading that sections of a topic have. */
  static String heading(Topic topic) {
    return switch (topic) {
      case TOTALS -> "收入支出决算总体情况说明";
      case INCOME -> "收入决算情况说明";
      case EXPENDITURE -> "支出决算情况说明";
      case FISCAL_APPROPRIATION -> "财政拨款收入支出决算总体情况说明";
      case GENERAL_PUBLIC_BUDGET -> "一般公共预算财政拨款支出决算情况说明";
      case BASIC_EXPENDITURE -> "一般公共预算财政拨款基本支出决算情况说明";
      case THREE_PUBLIC -> "“三公”经费支出决算情况说明";
      case GOVERNMENT_FUNDS -> "政府性基金预算财政拨款收入支出决算情况说明";
      case OPERATING_EXPENSES -> "机关运行经费支出情况说明";
      case PROCUREMENT -> "政府采购支出情况说明";
      case STATE_ASSETS -> "国有资产占用情况说明";
      case PERFORMANCE -> "预算绩效情况说明";
      default -> "说明";
    };
  }

  /** Adds a section of paragraphs. */
  public TestDocument section(Topic topic, String title, String... paragraphs) {
    return addSection(topic, "", title, List.of(paragraphs), null, List.of(), List.of());
  }

  /** Adds a data table; rows are split into cells at commas. */
  public TestDocument table(String title, String unit, String header, List<String> rows) {
    return addSection(
        Topic.ACCOUNT_TABLE, "", title, List.of(), unit, List.of(header.split(",")), rows);
  }

  /** Adds a section without text whose heading has a number. */
  public TestDocument numberedHeading(String number, Topic topic, String title) {
    return addSection(topic, number, title, List.of(), null, List.of(), List.of());
  }

  /** Adds a subsection of the last section of the top level. */
  public TestDocument subsection(Topic topic, String title, String... paragraphs) {
    return addSection(topic, BELOW, title, List.of(paragraphs), null, List.of(), List.of());
  }

  /** Adds a paragraph at the end of the last section. */
  public TestDocument paragraph(String text) {
    sectionContents.getLast().paragraphs().add(text);
    return this;
  }

  /** Adds a performance form; rows are split into cells at commas. */
  public TestDocument form(String title, String... rows) {
    return addSection(
        Topic.SELF_EVALUATION_TABLE, "", title, List.of(), null, List.of(), List.of(rows));
  }

  /**
   * Adds a row of the last form as if it had been read from it; if no rows are added, the forms are
   * read.
   */
  TestDocument indicator(String name, String target, String actual, String weight, String score) {
    indicators.add(
        new Indicator(
            String.valueOf(sectionContents.size()),
            "自评表",
            null,
            null,
            "产出指标",
            "数量指标",
            name,
            target,
            actual,
            weight.isEmpty() ? null : weight,
            score.isEmpty() ? null : score,
            null,
            Indicator.TargetResult.UNKNOWN,
            1));
    return this;
  }

  private static Section section(SectionContent piece, String path) {
    List<Section.Part> body = new ArrayList<>();
    if (!piece.isTable() && !piece.rows().isEmpty()) {
      int rows = piece.rows().size();
      body.add(new Section.TablePart(1, -1, grid(piece.rows()), Collections.nCopies(rows, 1)));
    }
    piece.paragraphs().forEach(p -> body.add(new Section.Paragraph(1, p)));
    String title = piece.title();
    String number = piece.number().equals(BELOW) ? "" : piece.number();
    return new Section(path, number, title, 1, piece.topic(), 1, false, false, body);
  }

  /** A grid in which a cell {@code <} is covered by the one to its left. */
  private static TableBlock grid(List<List<String>> rows) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    int columns = 0;
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      columns = Math.max(columns, row.size());
      for (int c = 0; c < row.size(); c++) {
        int to = c + 1;
        while (to < row.size() && row.get(to).equals("<")) {
          to++;
        }
        cells.add(new TableBlock.Cell(r, c, 1, to - c, row.get(c)));
        c = to - 1;
      }
    }
    return new TableBlock(1, rows.size(), columns, cells);
  }

  /** The document as the rules get it. */
  public Disclosure build() {
    List<Section> sections = new ArrayList<>();
    List<TableData> tables = new ArrayList<>();
    String top = "";
    for (SectionContent piece : sectionContents) {
      String next = String.valueOf(sections.size() + 1);
      top = piece.number().equals(BELOW) ? top : next;
      String path = top.equals(next) ? next : top + "." + next;
      sections.add(section(piece, path));
      if (piece.isTable()) {
        List<List<String>> rows = piece.rows().stream().map(List::copyOf).toList();
        List<Integer> pages = Collections.nCopies(rows.size(), 1);
        tables.add(
            new TableData(path, piece.title(), piece.unit(), 1, piece.header(), rows, pages));
      }
    }
    DocumentMetadata about = createMetadata();
    Disclosure plain =
        new Disclosure(
            new SourceDocument("sample.txt", "0".repeat(64), "text/plain", 1, 1, null),
            about,
            sections,
            tables,
            indicators.isEmpty() ? new IndicatorReader().read(sections) : indicators,
            List.of(),
            List.of(),
            List.of());
    return new FactReader().withFacts(plain);
  }

  private DocumentMetadata createMetadata() {
    return new DocumentMetadata(
        agency + year + "年度" + (category == Category.DEPARTMENT_BUDGET ? "部门预算" : "部门决算"),
        false,
        agency,
        new Region("990101", List.of("示例省", "样本市", "测试区")),
        year,
        category,
        null,
        List.of());
  }

  /** Ids of the rules with findings, each once, in reading order. */
  List<String> findRules() {
    return findFindings().stream().map(Finding::rule).distinct().toList();
  }

  /** The findings of the audit, in reading order. */
  List<Finding> findFindings() {
    return new Auditor().audit(build());
  }
}
