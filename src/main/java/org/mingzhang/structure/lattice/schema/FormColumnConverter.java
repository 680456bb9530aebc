package org.mingzhang.structure.lattice.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/** Converts the columns of a performance form's header into columns of a lattice. */
public final class FormColumnConverter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FormColumnConverter.class);
  private static final Pattern RATE = PATTERNS.get("rate");
  private static final Pattern MONEY = PATTERNS.get("money");

  private static final Pattern OTHER_VALUE_TITLE = PATTERNS.get("value");

  private static final Pattern YES_OR_NO = PATTERNS.get("yes-or-no");

  private FormColumnConverter() {}

  /** Converts the columns of a form header to columns of the lattice. */
  public static List<Column> convert(CellPerLineHeader header) {
    return header.columns().stream()
        .map(
            column ->
                new Column(column.title(), findType(column.title(), column.role()), column.width()))
        .toList();
  }

  private static ColumnType findType(String title, @Nullable IndicatorRole role) {
    if (role == null) {
      return findTypeByTitle(title);
    }
    return switch (role) {
      case PROJECT, GOAL -> ColumnType.TEXT;
      case LEVEL1 -> ColumnType.LEVEL1;
      case LEVEL2 -> ColumnType.LEVEL2;
      case LEVEL3 -> ColumnType.LEVEL3;
      case SIGN -> ColumnType.SIGN;
      case MEASURE -> ColumnType.MEASURE;
      case ADJUSTED -> ColumnType.ADJUSTED;
      case TARGET -> ColumnType.TARGET;
      case ACTUAL -> ColumnType.ACTUAL;
      case WEIGHT, SCORE -> ColumnType.POINTS;
      case NOTE -> ColumnType.NOTE;
    };
  }

  private static ColumnType findTypeByTitle(String title) {
    IndicatorRole named = IndicatorRole.findByHeading(title);
    if (named == IndicatorRole.WEIGHT) {
      return ColumnType.POINTS;
    }
    if (named == IndicatorRole.LEVEL2 || named == IndicatorRole.LEVEL3) {
      return ColumnType.ANY; // the same titles again, above the targets of the whole period
    }
    if (YES_OR_NO.matcher(title).matches()) {
      return ColumnType.ANY;
    }
    return title.equals("序号")
        ? ColumnType.ORDINAL
        : RATE.matcher(title).matches()
            ? ColumnType.RATE
            : MONEY.matcher(title).matches()
                ? ColumnType.AMOUNT
                : OTHER_VALUE_TITLE.matcher(title).matches()
                    ? ColumnType.ADJUSTED
                    : ColumnType.TEXT;
  }
}
