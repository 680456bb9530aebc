package org.mingzhang.structure.indicator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.TextFunctionCache;
import org.mingzhang.text.TsvResource;

/**
 * The role of a column of a performance form. The headings are data, see {@code column-roles.tsv}.
 */
public enum IndicatorRole {
  /** Name of the project. */
  PROJECT,
  /** Goal of the project or of the year. */
  GOAL,
  /** 一级指标. */
  LEVEL1,
  /** 二级指标. */
  LEVEL2,
  /** 三级指标: name of the indicator. */
  LEVEL3,
  /** Comparison sign of the target (≥), or the kind of comparison. */
  SIGN,
  /** Unit of measure of the target. */
  UNIT,
  /** The target as adjusted during the year; blank if the initial target applies. */
  ADJUSTED_TARGET,
  /** Target of the year. */
  TARGET,
  /** Result. */
  ACTUAL,
  /** Available points. */
  WEIGHT,
  /** Awarded points. */
  SCORE,
  /** Reason for a deviation, or a remark. */
  NOTE;

  private static final Pattern REMARK = Pattern.compile("[（(][^（()）]{0,12}[）)]");
  private static final Pattern MARKS = Pattern.compile("[\\s*＊:：]");

  private static final Map<IndicatorRole, ColumnHeading> HEADINGS = readHeadings();

  /**
   * All headings in one pattern, so that most cells, which are no headings, need only one match.
   */
  private static final Pattern ANY_HEADING =
      Pattern.compile(
          Arrays.stream(values())
              .map(role -> "(?:" + role.heading().pattern().pattern() + ")")
              .collect(Collectors.joining("|")));

  private static final TextFunctionCache<Optional<IndicatorRole>> ROLES_BY_HEADING =
      new TextFunctionCache<>(IndicatorRole::matchHeading);

  private record ColumnHeading(IndicatorRole role, String title, Pattern pattern) {
    static ColumnHeading parse(List<String> row) {
      return new ColumnHeading(valueOf(row.get(0)), row.get(1), Pattern.compile(row.get(2)));
    }
  }

  private static Map<IndicatorRole, ColumnHeading> readHeadings() {
    Map<IndicatorRole, ColumnHeading> headings = new EnumMap<>(IndicatorRole.class);
    TsvResource.parseRows(IndicatorRole.class, "column-roles.tsv", 3, ColumnHeading::parse)
        .forEach(h -> headings.put(h.role(), h));
    if (headings.size() < values().length) {
      throw new IllegalStateException("column-roles.tsv: rows for " + headings.keySet() + " only");
    }
    return headings;
  }

  private ColumnHeading heading() {
    return Objects.requireNonNull(HEADINGS.get(this));
  }

  /** The title that forms usually print above a column with this role: 年度指标值. */
  public String title() {
    return heading().title();
  }

  /** Whether a column with this role holds names of indicators or of levels above them. */
  boolean isLevelOrName() {
    return this == LEVEL1 || this == LEVEL2 || this == LEVEL3;
  }

  /** The role that a column heading names; null if it names none. */
  public static @Nullable IndicatorRole findByHeading(String heading) {
    return hasIdeograph(heading) ? ROLES_BY_HEADING.getOrCompute(heading).orElse(null) : null;
  }

  private static Optional<IndicatorRole> matchHeading(String heading) {
    String plain = MARKS.matcher(REMARK.matcher(heading).replaceAll("")).replaceAll("");
    if (plain.isEmpty() || plain.length() > 24 || !ANY_HEADING.matcher(plain).matches()) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(role -> role.heading().pattern().matcher(plain).matches())
        .findFirst();
  }

  /** Whether a text contains an ideograph. Every heading does; most cells of tables do not. */
  private static boolean hasIdeograph(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u4E00' && text.charAt(i) <= '\u9FFF') {
        return true;
      }
    }
    return false;
  }
}
