package org.mingzhang.web.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;

/**
 * A value found in a document.
 *
 * @param hit where it stands
 * @param year what year it is about
 * @param rank how well it fits, 0 best
 * @param value its number, null where it is words
 * @param shown as the table has it
 * @param note what it is measured by, such as its target, or empty
 */
public record FoundValue(
    Hit hit, int year, int rank, @Nullable BigDecimal value, String shown, String note) {}
