package org.mingzhang.web.transparency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;

/**
 * The numbers of required items that a document discloses, from its row in the index.
 *
 * @param id permalink id of the document
 * @param itemCount number of items required of its category
 * @param disclosedCount number of disclosed items
 * @param undecidedCount number of items for which this could not be decided
 */
public record DisclosureScore(String id, int itemCount, int disclosedCount, int undecidedCount) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  /** The scores of a document; empty for categories without required items. */
  public static Optional<DisclosureScore> read(Hit document) {
    int items = readNumber(document, "items");
    return items == 0
        ? Optional.empty()
        : Optional.of(
            new DisclosureScore(
                document.documentId(),
                items,
                readNumber(document, "disclosed"),
                readNumber(document, "undecided")));
  }

  private static int readNumber(Hit document, String column) {
    String digits = document.values().getOrDefault(column, "");
    return NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
  }

  /** Address of the document's checklist, without language. */
  public String address() {
    return "/transparency/" + PortalLinks.permalink(id).substring("/d/".length());
  }

  /** The percentage of disclosed items if no undecided item is disclosed. */
  public BigDecimal lowestPercentage() {
    return percentage(disclosedCount);
  }

  /** The percentage of disclosed items if all undecided items are disclosed. */
  public BigDecimal highestPercentage() {
    return percentage(disclosedCount + undecidedCount);
  }

  private BigDecimal percentage(int count) {
    return BigDecimal.valueOf(100L * count)
        .divide(BigDecimal.valueOf(itemCount), 1, RoundingMode.HALF_UP);
  }

  /** The score for display: one number, or a range if items are undecided. */
  public String formatRange() {
    return formatSpan(lowestPercentage(), highestPercentage());
  }

  private static String formatSpan(BigDecimal low, BigDecimal high) {
    String least = low.toPlainString();
    String most = high.toPlainString();
    return least.equals(most) ? least : least + "–" + most;
  }

  /** The mean score of several documents, each with the same weight; empty if there are none. */
  public static String formatMean(Collection<DisclosureScore> scores) {
    if (scores.isEmpty()) {
      return "";
    }
    return formatSpan(
        computeMean(scores.stream().map(DisclosureScore::lowestPercentage).toList()),
        computeMean(scores.stream().map(DisclosureScore::highestPercentage).toList()));
  }

  private static BigDecimal computeMean(List<BigDecimal> scores) {
    return scores.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(scores.size()), 1, RoundingMode.HALF_UP);
  }
}
