package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.indicator.FormRowClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.FormTitles;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.FormColumnConverter;

/** The column titles of the indicator rows of a performance form. */
final class IndicatorSchema implements TitleSchema {
  private static final int MAX_TITLE_LENGTH = 28;

  /**
   * The label of the block to the left of the rows (年度绩效指标), or the part of it that is on one line
   * of the header.
   */
  private static final Pattern LABEL = Pattern.compile("[绩效指标年度项目完成情况]{1,10}(?:[（(].{0,6}[）)]?)?");

  private static final Pattern LIKELY = Pattern.compile(".*(?:级.{0,80}指.*标|指标.{0,80}[值分目]).*");

  /**
   * The numbers of the last line of a form, whose label may have blanks between its characters: 总 分
   * 100 94.23.
   */
  private static final Pattern NUMBERS = Pattern.compile("[\\d.,%]+$");

  private static final Pattern TABLE_END =
      Pattern.compile(
          "[一二三四五六七八九十]{1,3}、.*|第[一二三四五六七八九十]+部分.*|附件\\d*.*|.{2,40}(?:自评|绩效|目标|申报)表.*"
              + "|(?:项目|专项)(?:支出)?名称[:：]?|.{2,20}(?:审核|初审|审批|评审)意见.*|(?:分值)?合计.*");

  @Override
  public boolean isLikelyHeader(String tight) {
    return LIKELY.matcher(tight).matches();
  }

  @Override
  public double cost(String title, boolean first) {
    if (FormTitles.isTitle(title)) {
      return 0;
    }
    if (title.length() <= MAX_TITLE_LENGTH && CellPerLineHeader.isColumnTitle(title)) {
      return LatticeCosts.limit("pitch_other_title");
    }
    return first && isBlockLabel(title) ? LatticeCosts.limit("pitch_label") : LatticeCosts.NEVER;
  }

  @Override
  public boolean isBlockLabel(String title) {
    return LABEL.matcher(title).matches();
  }

  @Override
  public List<Column> createColumns(List<String> titles) {
    CellPerLineHeader header = CellPerLineHeader.readAt(titles, 0);
    if (header == null
        || header.lines() != titles.size()
        || header.columns().size() != titles.size()) {
      return List.of();
    }
    List<Column> columns = FormColumnConverter.convert(header);
    for (int i = 0; i < titles.size(); i++) {
      if (!columns.get(i).title().equals(titles.get(i))) {
        return List.of(); // The header consists of two rows.
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
    return FormRowClassifier.isPointsTotal(first)
        || FormRowClassifier.isPointsTotal(NUMBERS.matcher(line.unspacedText()).replaceFirst(""))
        || FormRowClassifier.isEndOfIndicators(first)
        || TABLE_END.matcher(first).matches()
        || FormRowClassifier.findNumberedGoal(line.unspacedText()) != null;
  }
}
