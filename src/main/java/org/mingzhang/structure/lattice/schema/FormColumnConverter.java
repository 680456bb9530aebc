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

  /** The types of columns whose titles name no role; the first that matches applies. */
  private static final List<TypeOfTitle> TYPES_BY_TITLE =
      List.of(
          new TypeOfTitle(PATTERNS.get("yes-or-no"), ColumnType.ANY),
          new TypeOfTitle(PATTERNS.get("ordinal"), ColumnType.ORDINAL),
          new TypeOfTitle(PATTERNS.get("kind"), ColumnType.INDICATOR_KIND),
          new TypeOfTitle(PATTERNS.get("rate"), ColumnType.COMPLETION_RATE),
          new TypeOfTitle(PATTERNS.get("money"), ColumnType.AMOUNT),
          new TypeOfTitle(PATTERNS.get("value"), ColumnType.ADJUSTED_TARGET));

  private record TypeOfTitle(Pattern title, ColumnType type) {}

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
      case WEIGHT, SCORE -> ColumnType.POINTS;
      default -> ColumnType.valueOf(role.name()); // every other role has a type of its name
    };
  }

  private static ColumnType findTypeByTitle(String title) {
    IndicatorRole again = IndicatorRole.findByHeading(title);
    if (again == IndicatorRole.WEIGHT) {
      return ColumnType.POINTS;
    }
    if (again == IndicatorRole.LEVEL2 || again == IndicatorRole.LEVEL3) {
      return ColumnType.ANY; // repeated titles stand above the targets of the whole project period
    }
    return TYPES_BY_TITLE.stream()
        .filter(type -> type.title().matcher(title).matches())
        .map(TypeOfTitle::type)
        .findFirst()
        .orElse(ColumnType.TEXT);
  }
}
