package org.mingzhang.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.UnspacedText;

/**
 * Masks the text that a notice of correction withdraws (原文：…, 更正前：…, 误：…) and keeps the text that
 * replaces it (更正为：…, 正：…). Only documents that announce a correction are masked.
 */
public final class WithdrawnTextMasker {
  /**
   * Number of paragraphs at the beginning that are searched for the announcement of a correction.
   */
  private static final int MAX_ANNOUNCING_PARAGRAPHS = 12;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(WithdrawnTextMasker.class);
  private static final Pattern NOTICE = PATTERNS.get("notice");
  private static final Pattern WITHDRAWN = PATTERNS.get("withdrawn");
  private static final Pattern CORRECTED = PATTERNS.get("corrected");
  private static final Pattern WITHDRAWN_COLUMN = PATTERNS.get("withdrawn-column");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private boolean insideWithdrawnText;
  private final Set<Integer> withdrawnTableIndexes = new HashSet<>();

  private WithdrawnTextMasker() {}

  /**
   * A copy in which withdrawn text is replaced by blanks of the same length and withdrawn tables
   * have no numbers, so that offsets do not change; the disclosure itself if nothing is withdrawn.
   */
  public static Disclosure mask(Disclosure disclosure) {
    return isNotice(disclosure) ? new WithdrawnTextMasker().maskSections(disclosure) : disclosure;
  }

  private static boolean isNotice(Disclosure disclosure) {
    String title = disclosure.metadata().title();
    if (title != null && NOTICE.matcher(UnspacedText.unspace(title)).find()) {
      return true;
    }
    return disclosure.sections().stream()
        .limit(2)
        .flatMap(
            section ->
                Stream.concat(
                    Stream.of(section.title()),
                    section.body().stream()
                        .filter(Section.Paragraph.class::isInstance)
                        .map(Section.Part::text)))
        .limit(MAX_ANNOUNCING_PARAGRAPHS)
        .anyMatch(text -> NOTICE.matcher(UnspacedText.unspace(text)).find());
  }

  private Disclosure maskSections(Disclosure disclosure) {
    List<Section> sections = new ArrayList<>();
    boolean changed = false;
    for (Section section : disclosure.sections()) {
      maskParagraph(section.title() + "：");
      List<Section.Part> body = section.body().stream().map(this::maskPart).toList();
      changed = changed || !body.equals(section.body());
      sections.add(section.withBody(body));
    }
    if (!changed) {
      return disclosure;
    }
    List<TableData> data = new ArrayList<>();
    for (int i = 0; i < disclosure.tables().size(); i++) {
      TableData table = disclosure.tables().get(i);
      data.add(withoutNumbers(table, withdrawnTableIndexes.contains(i)));
    }
    return new Disclosure(
        disclosure.source(),
        disclosure.metadata(),
        sections,
        data,
        disclosure.indicators(),
        disclosure.figures(),
        disclosure.findings(),
        disclosure.warnings());
  }

  private Section.Part maskPart(Section.Part part) {
    return switch (part) {
      case Section.Paragraph paragraph ->
          new Section.Paragraph(paragraph.page(), maskParagraph(paragraph.text()));
      case Section.TablePart table -> maskTable(table);
    };
  }

  /**
   * Returns a paragraph with blanks in place of the withdrawn text and of the marks around it (原文：,
   * 更正为：). Text may be withdrawn across paragraphs.
   */
  private String maskParagraph(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (int at = 0; at < text.length(); ) {
      Matcher next =
          (insideWithdrawnText ? CORRECTED : WITHDRAWN).matcher(text).region(at, text.length());
      boolean found = next.find();
      int start = insideWithdrawnText || !found ? at : next.start();
      int end = found ? next.end() : text.length();
      for (int i = start; (insideWithdrawnText || found) && i < end; i++) {
        masked.setCharAt(i, ' ');
      }
      insideWithdrawnText = found != insideWithdrawnText;
      at = found ? next.end() : text.length();
    }
    return masked.toString();
  }

  /** Removes the numbers of a withdrawn table, or of the columns below 更正前. */
  private Section.Part maskTable(Section.TablePart table) {
    TableBlock grid = table.grid();
    Set<Integer> columns = new HashSet<>();
    for (TableBlock.Cell cell : grid.cells()) {
      if (WITHDRAWN_COLUMN.matcher(UnspacedText.unspace(cell.text())).matches()) {
        IntStream.range(cell.column(), cell.column() + cell.columnSpan()).forEach(columns::add);
      }
    }
    if (!insideWithdrawnText && columns.isEmpty()) {
      return table;
    }
    if (insideWithdrawnText) {
      withdrawnTableIndexes.add(table.table());
    }
    List<TableBlock.Cell> cells =
        grid.cells().stream()
            .map(
                cell ->
                    insideWithdrawnText || columns.contains(cell.column())
                        ? withoutNumber(cell)
                        : cell)
            .toList();
    return new Section.TablePart(
        table.page(), table.table(), grid.withCells(cells), table.rowPages());
  }

  private static TableBlock.Cell withoutNumber(TableBlock.Cell cell) {
    return new TableBlock.Cell(
        cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), maskDigits(cell.text()));
  }

  /**
   * The data of a table without the numbers of all its columns, or without those of the columns
   * below 更正前 only.
   */
  private static TableData withoutNumbers(TableData table, boolean inAllColumns) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      List<String> cells = new ArrayList<>(row);
      for (int i = 0; i < cells.size(); i++) {
        String header = i < table.header().size() ? table.header().get(i) : "";
        boolean column =
            Stream.of(header.split("/"))
                .anyMatch(h -> WITHDRAWN_COLUMN.matcher(UnspacedText.unspace(h)).matches());
        cells.set(i, inAllColumns || column ? maskDigits(cells.get(i)) : cells.get(i));
      }
      rows.add(cells);
    }
    return new TableData(
        table.sectionPath(),
        table.title(),
        table.unit(),
        table.page(),
        table.header(),
        rows,
        table.rowPages());
  }

  private static String maskDigits(String cell) {
    return DIGIT.matcher(cell).replaceAll("·");
  }
}
