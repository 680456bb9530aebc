package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * The same long paragraph twice in one section. That a reason or a duty is repeated in another
 * section is usual.
 */
public final class RepeatedParagraph implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "repeated-paragraph",
          Kind.DUPLICATE_PARAGRAPH,
          "同一节中完全相同的长段落",
          "The same long paragraph twice in one section",
          "无",
          "none",
          "同一节中重复的段落多为粘贴时重复。",
          "A paragraph that stands twice in a section was mostly pasted twice.");
  private static final int LONG = 40;
  private static final Pattern SENTENCE = Pattern.compile("[。；]");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Passage passage : reading.passages()) {
      String text = passage.compact();
      if (text.length() >= LONG
          && SENTENCE.matcher(text).find()
          && !known.add(passage.section().path() + "\n" + text)) {
        checks.add(
            Draft.at(ABOUT, Severity.WORDING, passage, 0, text.length())
                .says("此段与同一节中前面的一段完全相同。", "This paragraph stands in the section twice."));
      }
    }
    return checks;
  }
}
