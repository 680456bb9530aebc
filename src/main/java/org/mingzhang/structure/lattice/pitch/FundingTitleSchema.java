package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.FundingTitleMapper;

/**
 * The column titles of the funding rows of a performance form (项目资金: budget, execution, points).
 */
final class FundingTitleSchema implements TitleSchema {
  private static final int MAX_TITLE_LENGTH = 20;
  private static final int MIN_COLUMNS = 3;
  private static final Pattern LIKELY = Pattern.compile(".*(?:预算|金额|资金).*(?:执|支出|分).*");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:项目|年度|预算)*(?:资金|执行|申请|预算)*(?:总额|情况|金额)?(?:[（(].{0,4})?|万?元?[）)]|元[）)]|[项目资金情况（(万元）)]{1,4}");

  private static final Pattern WHOLE_LABEL =
      Pattern.compile("(?:项目|年度|预算)*(?:资金|执行|申请)+(?:总额|情况|金额)?(?:[（(].{1,6}[）)])*");

  private static final Pattern TABLE_END =
      Pattern.compile(
          "(?:年度|项目|年初|总体|绩效|预期|实施期|设定)*(?:总体|绩效|设定|预期)?目标.*|绩效指标.*|[一二三]级指?标?|项目(?:概况|实施|基本).*"
              + "|总体|年度|预期.*|.*完成情况.*|按.{2,6}分[:：]?|年|[一二三四五六七八九十]{1,3}、.*");

  @Override
  public boolean isLikelyHeader(String tight) {
    return LIKELY.matcher(tight).matches();
  }

  @Override
  public double cost(String title, boolean first) {
    if (title.length() <= MAX_TITLE_LENGTH
        && FundingTitleMapper.findType(title) != ColumnType.ANY) {
      return 0;
    }
    if (first && WHOLE_LABEL.matcher(title).matches()) {
      return 0;
    }
    return first && isBlockLabel(title) ? LatticeCosts.limit("pitch_label") : LatticeCosts.NEVER;
  }

  @Override
  public boolean isBlockLabel(String title) {
    return FundingTitleMapper.findType(title) == ColumnType.ANY
        && (LABEL.matcher(title).matches() || WHOLE_LABEL.matcher(title).matches());
  }

  @Override
  public List<Column> createColumns(List<String> titles) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("项目资金", ColumnType.FUND));
    titles.forEach(title -> columns.add(new Column(title, FundingTitleMapper.findType(title))));
    long amounts = columns.stream().filter(c -> c.type() == ColumnType.AMOUNT).count();
    return titles.size() >= MIN_COLUMNS && amounts > 1 ? columns : List.of();
  }

  @Override
  public boolean hasUntitledFirstColumn() {
    return true;
  }

  @Override
  public boolean isEndOfTable(FixedPitchLine line) {
    return line.words().stream()
        .anyMatch(word -> word.hasExactPosition() && TABLE_END.matcher(word.text()).matches());
  }
}
