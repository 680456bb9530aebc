package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of numbers.
 *
 * @param label its name
 * @param values one for each column, null where there is none
 * @param shown the same as text; where there is no value, why
 */
public record Series(String label, List<@Nullable BigDecimal> values, List<String> shown) {
  /** How many values there are. */
  int stated() {
    return (int) values.stream().filter(Objects::nonNull).count();
  }

  /** The label in so many characters; the end is kept, where names of agencies differ. */
  String clipped(int most) {
    return label.length() > most ? "…" + label.substring(label.length() - most + 1) : label;
  }
}
