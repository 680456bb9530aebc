package org.mingzhang.structure.indicator;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.Indicator;

/**
 * A row of a form as tests write it: level1/level2/level3/target/actual/weight/score, "-" for null.
 */
final class IndicatorLine {
  private IndicatorLine() {}

  static String format(Indicator row) {
    return Stream.of(
            row.level1(),
            row.level2(),
            row.level3(),
            row.target(),
            row.actual(),
            row.weight(),
            row.score())
        .map(value -> Objects.requireNonNullElse(value, "-"))
        .collect(Collectors.joining("/"));
  }
}
