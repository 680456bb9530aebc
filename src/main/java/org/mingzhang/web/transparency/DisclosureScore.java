package org.mingzhang.web.transparency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;

/**
 * How many of the items that must be disclosed a document has, as its row in the index says.
 *
 * @param id the document
 * @param items items that its kind has to have
 * @param disclosed those it has
 * @param undecided those whose disclosure could not be decided
 */
public record DisclosureScore(String id, int items, int disclosed, int undecided) {
  /** The scores of a document; empty for kinds that have no list of items. */
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
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
  }

  /** Address of the list of its items, without language. */
  public String address() {
    return "/transparency/" + PortalLinks.permalink(id).substring("/d/".length());
  }

  /** The percentage of disclosed items if none of the undecided ones is disclosed. */
  public BigDecimal lowest() {
    return percentage(disclosed);
  }

  /** The percentage of disclosed items if all undecided ones are disclosed. */
  public BigDecimal highest() {
    return percentage(disclosed + undecided);
  }

  private BigDecimal percentage(int count) {
    return BigDecimal.valueOf(100L * count)
        .divide(BigDecimal.valueOf(items), 1, RoundingMode.HALF_UP);
  }

  /** One number, or the lowest and the highest that it may be. */
  public String shown() {
    return formatSpan(lowest(), highest());
  }

  private static String formatSpan(BigDecimal low, BigDecimal high) {
    String least = low.toPlainString();
    String most = high.toPlainString();
    return least.equals(most) ? least : least + "–" + most;
  }

  /** The mean of several documents, each counted once; empty where there are none. */
  public static String formatMean(Collection<DisclosureScore> documents) {
    if (documents.isEmpty()) {
      return "";
    }
    return formatSpan(
        computeMean(documents.stream().map(DisclosureScore::lowest).toList()),
        computeMean(documents.stream().map(DisclosureScore::highest).toList()));
  }

  private static BigDecimal computeMean(List<BigDecimal> scores) {
    return scores.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(scores.size()), 1, RoundingMode.HALF_UP);
  }
}
