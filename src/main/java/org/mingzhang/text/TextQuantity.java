package org.mingzhang.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money or a percentage in running text. */
public sealed interface TextQuantity permits Amount, Rate {
  /** Place of its first character. */
  int start();

  /** Place behind its last character. */
  int end();

  /** The number as printed; null where its place was left blank. */
  @Nullable BigDecimal value();
}
