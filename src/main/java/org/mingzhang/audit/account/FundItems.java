package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Digits;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * The items of governmental funds that a section tells one by one, against the amounts that head
 * the section: no item is more than all of it. Read only where there is no table, which says it
 * better.
 */
final class FundItems {
  private static final Pattern HEAD =
      Pattern.compile("政府性基金(?:预算)?(?:财政拨款)?(?:收入|支出)[^。（(]{0,12}?[\\d.,]+万元");
  private static final Pattern AMOUNT = Pattern.compile("(?<amount>\\d[\\d,]*(?:\\.\\d+)?)万元");
  private static final Pattern RESULT =
      Pattern.compile("[^。；]*支出决算数?为?(?<amount>\\d[\\d,]*(?:\\.\\d+)?)万元[^。；]*[。；]?");

  /** An item with what heads its section. */
  record Item(Place place, String printed, BigDecimal value, Place head, BigDecimal whole) {}

  private FundItems() {}

  static List<Item> of(Reading reading) {
    List<Item> items = new ArrayList<>();
    if (!TableRule.tables(reading, TableKind.FUNDS).isEmpty()) {
      return items;
    }
    Map<String, Whole> heads = new HashMap<>();
    for (Passage passage : reading.passages()) {
      if (passage.topic() == Topic.GOVERNMENT_FUNDS) {
        Matcher head = HEAD.matcher(passage.compact());
        if (head.find()) {
          heads.put(passage.section().path(), whole(passage));
        }
        whole(reading, passage, heads).ifPresent(w -> read(passage, w, items));
      }
    }
    return items;
  }

  private record Whole(Place place, BigDecimal value) {}

  /** The largest amount of the sentence that heads the section: income, or what was spent. */
  private static Whole whole(Passage passage) {
    BigDecimal most = BigDecimal.ZERO;
    int end = passage.sentenceEnd(0);
    Matcher amount = AMOUNT.matcher(passage.compact()).region(0, end);
    while (amount.find()) {
      most = most.max(Digits.number(amount.group("amount")));
    }
    return new Whole(Draft.place(passage, 0, end), most);
  }

  private static Optional<Whole> whole(Reading reading, Passage passage, Map<String, Whole> heads) {
    Section section = passage.section();
    Whole own = heads.get(section.path());
    return own != null
        ? Optional.of(own)
        : reading.parent(section).map(Section::path).map(heads::get);
  }

  private static void read(Passage passage, Whole whole, List<Item> items) {
    Matcher result = RESULT.matcher(passage.compact());
    while (whole.value().signum() > 0 && result.find()) {
      items.add(
          new Item(
              Draft.place(passage, result.start(), result.end()),
              result.group("amount") + "万元",
              Digits.number(result.group("amount")),
              whole.place(),
              whole.value()));
    }
  }
}
