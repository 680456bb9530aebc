package org.mingzhang.text;

import java.math.BigDecimal;

/**
 * A percentage in running text.
 *
 * @param start index of its first character
 * @param end index after the sign
 * @param value per cent, as printed with its decimals
 */
public record Rate(int start, int end, BigDecimal value) implements TextQuantity {}
