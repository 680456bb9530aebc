package org.mingzhang.structure.lattice.schema;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TextFunctionCache;
import org.mingzhang.text.TsvResource;

/**
 * Maps the titles above the funding rows of performance forms to column types, by {@code
 * fund-titles.tsv}.
 */
public final class FundingTitleMapper {
  private static final List<Map.Entry<ColumnType, Pattern>> TITLES =
      TsvResource.parseRows(
          ColumnType.class,
          "fund-titles.tsv",
          3,
          row -> Map.entry(ColumnType.valueOf(row.get(0)), Pattern.compile(row.get(1))));

  private static final TextFunctionCache<ColumnType> TYPES =
      new TextFunctionCache<>(FundingTitleMapper::matchTitle);

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FundingTitleMapper.class);
  private static final Pattern TOTAL_OF_SOURCES = PATTERNS.get("total-of-sources");

  /** Minimum number of titles of a header that names sources of funds, with their total. */
  private static final int MIN_SOURCES = 3;

  /**
   * Minimum number of titles of a header that may also be names of funding rows, if none of them is
   * the title of points (分值).
   */
  private static final int MIN_FUNDS = 2;

  private FundingTitleMapper() {}

  /** The type of a column by its title; {@link ColumnType#ANY} for an unknown title. */
  public static ColumnType findType(String title) {
    return TYPES.getOrCompute(title);
  }

  /**
   * The type of a column in a header that names sources of funds (财政拨款, 上年结转) and so has what other
   * forms print as names of rows; {@link ColumnType#ANY} for an unknown title.
   */
  public static ColumnType findTypeAmongSources(String title) {
    boolean amount =
        CellTextClassifier.isOfClass(title, CellTextClass.FUNDING_NAME)
            || isTotalOfSources(title)
            || AccountTitleMapper.findType(title) == ColumnType.AMOUNT;
    return findType(title) != ColumnType.ANY || !amount ? findType(title) : ColumnType.AMOUNT;
  }

  /** Whether a title may be that of the total beside the sources of funds. */
  public static boolean isTotalOfSources(String title) {
    return TOTAL_OF_SOURCES.matcher(title).matches();
  }

  /** Whether titles are the total of a form's funds and the sources of which it is the sum. */
  public static boolean areSources(List<String> titles) {
    return titles.size() >= MIN_SOURCES
        && isTotalOfSources(titles.getFirst())
        && (titles.stream().anyMatch(title -> findType(title) == ColumnType.FUNDING_POINTS)
            || titles.stream()
                    .filter(t -> CellTextClassifier.isOfClass(t, CellTextClass.FUNDING_NAME))
                    .count()
                >= MIN_FUNDS);
  }

  private static ColumnType matchTitle(String title) {
    return TITLES.stream()
        .filter(t -> t.getValue().matcher(title).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ColumnType.ANY);
  }
}
