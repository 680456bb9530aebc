package org.mingzhang.structure.lattice.schema;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.ColumnType;
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

  private FundingTitleMapper() {}

  /** The type of a column by its title; {@link ColumnType#ANY} for an unknown title. */
  public static ColumnType findType(String title) {
    return TYPES.getOrCompute(title);
  }

  private static ColumnType matchTitle(String title) {
    return TITLES.stream()
        .filter(t -> t.getValue().matcher(title).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ColumnType.ANY);
  }
}
