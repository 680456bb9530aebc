package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.text.CodePointOrder;

class SortedIdCursorTest {
  private final long seed = Seed.next();
  private final Random random = new Random(seed);
  private int largest;

  /** Ids, some of which sort differently in Java and in UTF-8. */
  private NavigableSet<String> ids(int most) {
    NavigableSet<String> ids = new TreeSet<>(CodePointOrder.COMPARATOR);
    List<String> ends = List.of("", "-2024", "局", "\uFF21", "\uD840\uDC0B", "z");
    for (int n = random.nextInt(most); n > 0; n--) {
      ids.add(random.nextInt(most) + ends.get(random.nextInt(ends.size())));
    }
    return ids;
  }

  private SortedIdCursor walk(NavigableSet<String> ids) throws IOException {
    return new SortedIdCursor(
        (after, most) -> {
          List<String> page =
              (after.isEmpty() ? ids : ids.tailSet(after, false)).stream().limit(most).toList();
          largest = Math.max(largest, page.size());
          return page;
        });
  }

  @Test
  void several_lists_are_walked_together_in_order_and_each_says_what_it_has() throws IOException {
    for (int round = 0; round < 30; round++) {
      int most = round < 25 ? 1 + random.nextInt(30) : 20_000;
      NavigableSet<String> left = ids(most);
      NavigableSet<String> right = ids(most);
      List<SortedIdCursor> lists = List.of(walk(left), walk(right));
      List<String> seen = new ArrayList<>();
      Set<String> onlyLeft = new HashSet<>();
      for (String id = SortedIdCursor.smallest(lists);
          id != null;
          id = SortedIdCursor.smallest(lists)) {
        seen.add(id);
        boolean inLeft = lists.getFirst().advancePast(id);
        boolean inRight = lists.getLast().advancePast(id);
        assertThat(inLeft || inRight).as("seed " + seed).isTrue();
        if (inLeft && !inRight) {
          onlyLeft.add(id);
        }
      }
      NavigableSet<String> all = new TreeSet<>(CodePointOrder.COMPARATOR);
      all.addAll(left);
      all.addAll(right);
      assertThat(seen).as("seed " + seed).containsExactlyElementsOf(all);
      Set<String> expected = new HashSet<>(left);
      expected.removeAll(right);
      assertThat(onlyLeft).as("seed " + seed).isEqualTo(expected);
    }
    assertThat(largest).as("a page at a time").isEqualTo(5_000);
  }
}
