package org.mingzhang.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money or a percentage in running text. */
public sealed interface TextQuantity permits Amount, Rate {
  /** Index of its first character. */
  int start();

  /** Index after its last character. */
  int end();

  /** The number as printed; null if it was left blank. */
  @Nullable BigDecimal value();
}
