package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.FundingTitleMapper;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * The column titles of the funding rows of a performance form (项目资金: budget, execution, points).
 */
final class FundingTitleSchema implements TitleSchema {
  private static final int MAX_TITLE_LENGTH = 20;
  private static final int MIN_COLUMNS = 3;
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FundingTitleSchema.class);
  private static final PrefilteredPattern LIKELY_HEADER =
      PATTERNS.getPrefiltered("funding-title-schema-likely");

  private static final Pattern PART_OF_BLOCK_LABEL = PATTERNS.get("funding-title-schema-label");

  private static final Pattern WHOLE_BLOCK_LABEL = PATTERNS.get("whole-label");

  private static final Pattern TABLE_END = PATTERNS.get("funding-title-schema-table-end");

  @Override
  public boolean isLikelyHeader(String unspacedText) {
    return LIKELY_HEADER.matches(unspacedText);
  }

  @Override
  public double titleCost(String title, boolean isFirstColumn) {
    if (title.length() <= MAX_TITLE_LENGTH
        && FundingTitleMapper.findType(title) != ColumnType.ANY) {
      return 0;
    }
    if (isFirstColumn && WHOLE_BLOCK_LABEL.matcher(title).matches()) {
      return 0;
    }
    return isFirstColumn && isBlockLabel(title)
        ? LatticeCosts.parameter("pitch_label")
        : LatticeCosts.INFINITE_COST;
  }

  @Override
  public boolean isBlockLabel(String title) {
    return FundingTitleMapper.findType(title) == ColumnType.ANY
        && (PART_OF_BLOCK_LABEL.matcher(title).matches()
            || WHOLE_BLOCK_LABEL.matcher(title).matches());
  }

  @Override
  public List<Column> createColumns(List<String> titles) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("项目资金", ColumnType.FUNDING_NAME));
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
