package org.mingzhang.text;

import java.math.BigDecimal;

/**
 * A percentage in running text.
 *
 * @param start place of its first character in the text searched
 * @param end place behind the sign
 * @param value per cent as printed, with its decimals
 */
public record Rate(int start, int end, BigDecimal value) implements TextQuantity {}
