package org.mingzhang.structure.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * Gives amounts stated one after the other to the names before them: {@code
 * 收、支总计各是412.49万元、414.91万元}. One object a section; not safe on many threads.
 */
final class Respective {
  private static final Pattern ANOTHER = Pattern.compile("^[、和,，]\\d[\\d.,]*(?:万元|亿元|元|%)?");
  private static final Pattern JOINT = Pattern.compile("[和及]?");

  private List<String> left = List.of();

  /**
   * The names of an amount or percentage.
   *
   * @param names names told by the words before it; several share what stands there alone
   */
  List<String> of(CompactText compact, Mention mention, List<String> names) {
    if (!left.isEmpty() && JOINT.matcher(mention.label()).matches()) {
      List<String> next = left.subList(0, 1);
      left = left.subList(1, left.size());
      return next;
    }
    left = List.of();
    if (names.size() < 2) {
      return names;
    }
    String rest = compact.text().substring(mention.quantity().end(), mention.partEnd());
    if (following(rest) < names.size() - 1) {
      return names;
    }
    left = names.subList(1, names.size());
    return names.subList(0, 1);
  }

  private static int following(String rest) {
    int count = 0;
    int from = 0;
    Matcher another = ANOTHER.matcher(rest);
    while (another.region(from, rest.length()).useAnchoringBounds(true).find()) {
      count++;
      from = another.end();
    }
    return count;
  }
}
