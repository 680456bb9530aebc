package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;

/** What is left of a budget cannot be more than all of it. */
public final class ImpossibleShare implements PassageRule {
  private static final Pattern BALANCE =
      Pattern.compile("(?:其中:)?[^。，；:]{0,8}结余率(?:大于|超过|高于)(?:100|[2-9]\\d\\d)%[^。，；]*[。，；]?");

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    Matcher match = BALANCE.matcher(passage.compact());
    while (passage.compact().contains("结余率") && match.find()) {
      checks.add(Draft.at("impossible-share", passage, match.start(), match.end()).says());
    }
  }
}
