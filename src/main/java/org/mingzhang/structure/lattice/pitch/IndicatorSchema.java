package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.indicator.PerformanceFormRowClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.PerformanceFormTitles;
import org.mingzhang.structure.lattice.schema.FormColumnConverter;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/** The column titles of the indicator rows of a performance form. */
final class IndicatorSchema implements TitleSchema {
  private static final int MAX_TITLE_LENGTH = 28;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(IndicatorSchema.class);
  private static final Pattern BLOCK_LABEL = PATTERNS.get("indicator-schema-label");

  private static final PrefilteredPattern LIKELY_HEADER =
      PATTERNS.getPrefiltered("indicator-schema-likely");

  /**
   * The numbers on the last line of a form, whose label may have blanks between its characters: 总 分
   * 100 94.23.
   */
  private static final Pattern NUMBERS_AT_LINE_END = Pattern.compile("[\\d.,%]+$");

  private static final Pattern TABLE_END = PATTERNS.get("indicator-schema-table-end");

  @Override
  public boolean isLikelyHeader(String unspacedText) {
    return LIKELY_HEADER.matches(unspacedText);
  }

  @Override
  public double titleCost(String title, boolean isFirstColumn) {
    if (PerformanceFormTitles.isTitle(title)) {
      return 0;
    }
    if (title.length() <= MAX_TITLE_LENGTH && CellPerLineHeader.isColumnTitle(title)) {
      return LatticeCosts.parameter("pitch_other_title");
    }
    return isFirstColumn && isBlockLabel(title)
        ? LatticeCosts.parameter("pitch_label")
        : LatticeCosts.INFINITE_COST;
  }

  @Override
  public boolean isBlockLabel(String title) {
    return BLOCK_LABEL.matcher(title).matches();
  }

  @Override
  public List<Column> createColumns(List<String> titles) {
    CellPerLineHeader header = CellPerLineHeader.readAt(titles, 0);
    if (header == null
        || header.lineCount() != titles.size()
        || header.columns().size() != titles.size()) {
      return List.of();
    }
    List<Column> columns = FormColumnConverter.convert(header);
    for (int i = 0; i < titles.size(); i++) {
      if (!columns.get(i).title().equals(titles.get(i))) {
        return List.of(); // the header consists of two rows
      }
    }
    return columns;
  }

  @Override
  public boolean hasUntitledFirstColumn() {
    return false;
  }

  @Override
  public boolean isEndOfTable(FixedPitchLine line) {
    if (line.words().isEmpty()) {
      return false;
    }
    String first = line.words().getFirst().text();
    return PerformanceFormRowClassifier.isPointsTotalLabel(first)
        || PerformanceFormRowClassifier.isPointsTotalLabel(
            NUMBERS_AT_LINE_END.matcher(line.unspacedText()).replaceFirst(""))
        || PerformanceFormRowClassifier.isLabelAfterIndicators(first)
        || TABLE_END.matcher(first).matches()
        || PerformanceFormRowClassifier.textAfterGoalLabel(line.unspacedText()) != null;
  }
}
