package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;

/**
 * A long paragraph that stands twice in one section. Reasons and duties are often repeated in
 * another section, so that is not told.
 */
public final class RepeatedParagraph implements Rule {
  private static final int LONG = 40;
  private static final Pattern SENTENCE = Pattern.compile("[。；]");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Passage passage : reading.passages()) {
      String text = passage.compact();
      if (text.length() >= LONG
          && SENTENCE.matcher(text).find()
          && !known.add(passage.section().path() + "\n" + text)) {
        checks.add(FindingDraft.at("repeated-paragraph", passage, 0, text.length()).says());
      }
    }
    return checks;
  }
}
