package org.mingzhang.audit.sentence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * What {@link Wholes} looks up for each share, read once: where a paragraph stands in its section,
 * the names of its amounts, where it announces parts, and which paragraph of a section announces
 * first.
 */
final class SectionWholes {
  /** Longest announcement: 按…分类： with eight characters between. */
  private static final int LONGEST = 12;

  private record Entry(int place, List<String> labels, List<MatchResult> announcements) {}

  private record Key(String section, String unit) {}

  private final IdentityHashMap<Passage, Entry> entries = new IdentityHashMap<>();
  private final Map<Key, Passage> first = new HashMap<>();

  private SectionWholes() {}

  static SectionWholes of(Reading reading) {
    SectionWholes all = new SectionWholes();
    Map<String, Integer> count = new HashMap<>();
    for (Passage passage : reading.passages()) {
      String section = passage.section().path();
      all.add(passage, count.merge(section, 1, Integer::sum) - 1);
      for (String unit : all.units(passage)) {
        all.first.putIfAbsent(new Key(section, unit), passage);
      }
    }
    return all;
  }

  private void add(Passage passage, int place) {
    entries.put(
        passage,
        new Entry(
            place,
            passage.mentions().stream().map(m -> Wholes.plain(m.label())).toList(),
            Wholes.ANNOUNCES.matcher(passage.compact()).results().toList()));
  }

  /** The units of the amounts that a paragraph announces parts of. */
  private Set<String> units(Passage passage) {
    Set<String> units = new HashSet<>();
    for (Mention mention : amounts(passage, passage.compact().length())) {
      if (mention.quantity() instanceof Amount amount && amount.value() != null) {
        units.add(amount.unit());
      }
    }
    return units;
  }

  private Entry entry(Passage passage) {
    return Objects.requireNonNull(entries.get(passage));
  }

  /** How many paragraphs of the section stand before. */
  int place(Passage passage) {
    return entry(passage).place();
  }

  /** The plain names of the amounts of a paragraph, one a mention. */
  List<String> labels(Passage passage) {
    return entry(passage).labels();
  }

  /** The first of some leading paragraphs of a section that announces parts of such an amount. */
  Optional<Passage> firstAnnouncing(List<Passage> leading, String unit) {
    if (leading.isEmpty()) {
      return Optional.empty();
    }
    String section = leading.getFirst().section().path();
    return Optional.ofNullable(first.get(new Key(section, unit)))
        .filter(p -> place(p) < leading.size());
  }

  /** Amounts before the last word up to a place that announces parts; changes are none. */
  List<Mention> amounts(Passage passage, int to) {
    int before = announced(passage, to);
    return passage.mentions().stream()
        .takeWhile(m -> m.quantity().end() <= before)
        .filter(m -> m.isAmount() && !Wholes.CHANGE.matcher(m.label()).find())
        .toList();
  }

  /** Start of the last announcement that ends at or before a place, or -1. */
  private int announced(Passage passage, int to) {
    List<MatchResult> known = entry(passage).announcements();
    int low = 0;
    int high = known.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (known.get(middle).end() <= to) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int word = low == 0 ? -1 : known.get(low - 1).start();
    int from = Math.max(low == 0 ? 0 : known.get(low - 1).end(), to - LONGEST);
    var cut = Wholes.ANNOUNCES.matcher(passage.compact()).region(Math.min(from, to), to);
    while (cut.find()) {
      word = cut.start();
    }
    return word;
  }
}
