package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
import org.mingzhang.structure.figure.FigureReader;

/** A small disclosure of an invented district office, put together by hand. */
final class TestDocument {
  private static final String AGENCY = "示例省样本市测试区档案局";

  private final List<Section> sections = new ArrayList<>();
  private final List<TableData> tables = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private int year = 2024;
  private Category category = Category.DEPARTMENT_FINAL_ACCOUNTS;

  TestDocument budget() {
    return of(Category.DEPARTMENT_BUDGET, 2024);
  }

  /** A document of another kind or year. */
  TestDocument of(Category kind, int ofYear) {
    category = kind;
    year = ofYear;
    return this;
  }

  TestDocument section(Topic topic, String title, String... paragraphs) {
    List<Section.Part> body =
        Arrays.stream(paragraphs).<Section.Part>map(p -> new Section.Paragraph(1, p)).toList();
    return section(topic, title, body);
  }

  private TestDocument section(Topic topic, String title, List<Section.Part> body) {
    String path = String.valueOf(sections.size() + 1);
    sections.add(new Section(path, "", title, 1, topic, 1, false, false, body));
    return this;
  }

  /** A table of data; cells of a row are split at commas. */
  TestDocument table(String title, String unit, String header, List<String> rows) {
    section(Topic.ACCOUNT_TABLE, title);
    List<List<String>> cells = rows.stream().map(r -> List.of(r.split(",", -1))).toList();
    tables.add(
        new TableData(
            String.valueOf(sections.size()),
            title,
            unit,
            1,
            List.of(header.split(",")),
            cells,
            Collections.nCopies(cells.size(), 1)));
    return this;
  }

  /** A section without text whose heading has a number. */
  TestDocument numbered(String number, Topic topic, String title) {
    String path = String.valueOf(sections.size() + 1);
    sections.add(new Section(path, number, title, 1, topic, 1, false, false, List.of()));
    return this;
  }

  /** A paragraph below what the last section has. */
  TestDocument note(String text) {
    Section last = sections.removeLast();
    List<Section.Part> body = new ArrayList<>(last.body());
    body.add(new Section.Paragraph(1, text));
    sections.add(
        new Section(last.path(), "", last.title(), 1, last.topic(), 1, false, false, body));
    return this;
  }

  /** A performance form; cells of a row are split at commas. */
  TestDocument form(String title, String... rows) {
    List<TableBlock.Cell> cells = new ArrayList<>();
    int columns = 0;
    for (int r = 0; r < rows.length; r++) {
      String[] row = rows[r].split(",", -1);
      columns = Math.max(columns, row.length);
      for (int c = 0; c < row.length; c++) {
        cells.add(new TableBlock.Cell(r, c, 1, 1, row[c]));
      }
    }
    TableBlock grid = new TableBlock(1, rows.length, columns, cells);
    return section(
        Topic.SELF_EVALUATION_TABLE,
        title,
        List.of(new Section.TablePart(1, -1, grid, Collections.nCopies(rows.length, 1))));
  }

  TestDocument indicator(String name, String target, String actual, String weight, String score) {
    indicators.add(
        new Indicator(
            String.valueOf(sections.size()),
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
            Indicator.Met.UNKNOWN,
            1));
    return this;
  }

  Disclosure build() {
    DocumentMetadata about =
        new DocumentMetadata(
            AGENCY + "2024年度部门决算",
            false,
            AGENCY,
            new Region("990101", List.of("示例省", "样本市", "测试区")),
            year,
            category,
            null,
            List.of());
    return new Disclosure(
        new SourceDocument("sample.txt", "0".repeat(64), "text/plain", 1, 1, null),
        about,
        sections,
        tables,
        indicators,
        new FigureReader().read(sections, tables, about),
        List.of(),
        List.of());
  }

  /** Rules that found something, once each, in reading order. */
  List<String> rules() {
    return new Auditor().audit(build()).stream().map(Finding::rule).distinct().toList();
  }
}
