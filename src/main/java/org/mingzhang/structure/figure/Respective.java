package org.mingzhang.structure.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * Gives two amounts stated one after the other to the two names before them: {@code
 * 收、支总计各是412.49万元、414.91万元}. One object a section; not safe on many threads.
 */
final class Respective {
  private static final Pattern ANOTHER = Pattern.compile("^[、和,，]\\d[\\d.,]*(?:万元|亿元|元|%)");

  private List<String> left = List.of();

  /**
   * The names of an amount or percentage.
   *
   * @param names names told by the words before it; two of them share what stands there alone
   */
  List<String> of(CompactText compact, Mention mention, List<String> names) {
    if (mention.label().isEmpty() && !left.isEmpty()) {
      List<String> second = left;
      left = List.of();
      return second;
    }
    left = List.of();
    if (names.size() != 2) {
      return names;
    }
    String rest = compact.text().substring(mention.quantity().end(), mention.partEnd());
    if (!ANOTHER.matcher(rest).find()) {
      return names;
    }
    left = names.subList(1, 2);
    return names.subList(0, 1);
  }
}
