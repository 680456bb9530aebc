package org.mingzhang.transparency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Region;

/**
 * What of the items a document has.
 *
 * @param answers one for each item that its kind has to have
 * @param whole whether the document was read as a whole, so that what was not seen is not in it
 */
public record Checklist(List<Answer> answers, boolean whole) {
  /** Copies the list. */
  public Checklist {
    answers = List.copyOf(answers);
  }

  /**
   * Whether a document has an item.
   *
   * @param item the item
   * @param state the answer
   * @param section index of the section that shows it, or -1
   * @param page 1-based page, or 0
   */
  public record Answer(DisclosureItem item, ItemState state, int section, int page) {}

  /** The checklist of a document; without answers where its kind has no list. */
  public static Checklist of(Disclosure disclosure) {
    Region region = disclosure.metadata().region();
    List<DisclosureItem> items =
        DisclosureItem.of(
            disclosure.metadata().category(), region == null ? List.of() : region.path());
    if (items.isEmpty()) {
      return new Checklist(List.of(), false);
    }
    ItemSearch search = new ItemSearch(disclosure);
    List<Answer> answers = new ArrayList<>();
    items.forEach(item -> answers.add(search.answer(item)));
    return new Checklist(answers, search.whole());
  }

  /** How many items are in a state. */
  public int count(ItemState state) {
    return (int) answers.stream().filter(a -> a.state() == state).count();
  }

  /** Items that count as disclosed. */
  public int disclosed() {
    return (int) answers.stream().filter(a -> a.state().counts()).count();
  }

  /** Disclosed items of 100, to one decimal, as if none of the undecided ones were disclosed. */
  public BigDecimal lowest() {
    return hundredth(disclosed());
  }

  /** The share of items disclosed if all undecided ones were. */
  public BigDecimal highest() {
    return hundredth(disclosed() + count(ItemState.UNDECIDED));
  }

  private BigDecimal hundredth(int items) {
    return answers.isEmpty()
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(100L * items)
            .divide(BigDecimal.valueOf(answers.size()), 1, RoundingMode.HALF_UP);
  }

  /** The score as a page has it: one number, or the lowest and the highest that it may be. */
  public String score() {
    String low = lowest().toPlainString();
    String high = highest().toPlainString();
    return low.equals(high) ? low : low + "–" + high;
  }
}
