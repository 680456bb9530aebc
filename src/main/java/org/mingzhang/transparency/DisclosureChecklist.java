package org.mingzhang.transparency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Region;

/**
 * The disclosure items required of a document, and whether it has them.
 *
 * @param answers one for each item required of its category
 * @param documentReadCompletely whether the document was read completely, so that an item that was
 *     not found is not in it; false if nothing is required
 */
public record DisclosureChecklist(List<ItemResult> answers, boolean documentReadCompletely) {
  /** Makes an immutable copy of the list. */
  public DisclosureChecklist {
    answers = List.copyOf(answers);
  }

  /**
   * Whether a document discloses one item, and where.
   *
   * @param item the item
   * @param state whether the document discloses it
   * @param section index in {@link Disclosure#sections()} of the section that shows it, or -1
   * @param page 1-based page of the place that shows it, or 0
   */
  public record ItemResult(DisclosureItem item, DisclosureItemState state, int section, int page) {}

  /** Evaluates a document. The result has no items if nothing is required of its category. */
  public static DisclosureChecklist evaluate(Disclosure disclosure) {
    Region region = disclosure.metadata().region();
    List<DisclosureItem> items =
        DisclosureItem.requiredOf(
            disclosure.metadata().category(), region == null ? List.of() : region.path());
    if (items.isEmpty()) {
      return new DisclosureChecklist(List.of(), false);
    }
    DisclosureItemFinder search = new DisclosureItemFinder(disclosure);
    List<ItemResult> itemResults = new ArrayList<>();
    items.forEach(item -> itemResults.add(search.evaluateItem(item)));
    return new DisclosureChecklist(itemResults, search.isComplete());
  }

  /** Number of items in a given state. */
  public int count(DisclosureItemState state) {
    return (int) answers.stream().filter(a -> a.state() == state).count();
  }

  /** Number of items that count as disclosed. */
  public int disclosedCount() {
    return (int) answers.stream().filter(a -> a.state().countsAsDisclosed()).count();
  }

  /**
   * Percentage of items disclosed, to one decimal, on the assumption that no undecided item is
   * disclosed.
   */
  private BigDecimal lowestScore() {
    return percentage(disclosedCount());
  }

  /**
   * Percentage of items disclosed, to one decimal, on the assumption that all undecided items are
   * disclosed.
   */
  private BigDecimal highestScore() {
    return percentage(disclosedCount() + count(DisclosureItemState.UNDECIDED));
  }

  private BigDecimal percentage(int itemCount) {
    return answers.isEmpty()
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(100L * itemCount)
            .divide(BigDecimal.valueOf(answers.size()), 1, RoundingMode.HALF_UP);
  }

  /**
   * The percentage of items disclosed, to one decimal: {@code 85.0}, or from the lowest to the
   * highest possible, {@code 80.0–85.0}, if items are undecided; {@code 0} if nothing is required.
   */
  public String score() {
    String low = lowestScore().toPlainString();
    String high = highestScore().toPlainString();
    return low.equals(high) ? low : low + "–" + high;
  }
}
