package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TextMatch;

/**
 * Reports a section that states that it has none of the three public expenses (三公经费) and lists one
 * of them among the expenditure. A list of all items of the form (fifteen or more) is ignored.
 */
public final class NoThreePublic implements Rule {
  private static final Pattern NONE =
      Pattern.compile("(?:^|(?<=[。；]))[^。；]{0,20}无[“\"]?三公[”\"]?经费[^。；]*[。；]?");
  private static final Pattern LISTED =
      Pattern.compile("公用经费[^。；]*?主要包括:?(?<items>[^。；]*?(?:公务接待费|公务用车运行维护费|因公出国)[^。；]*)");
  private static final int WHOLE_FORM = 15;

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return reading
        .findFirstMatches(NONE)
        .flatMap(
            none ->
                reading.passages(none.passage().section().path()).stream()
                    .flatMap(
                        p ->
                            LISTED
                                .matcher(p.compactText())
                                .results()
                                .limit(1)
                                .map(m -> new TextMatch(p, m)))
                    .filter(m -> m.group("items").split("、", -1).length < WHOLE_FORM)
                    .map(
                        m ->
                            none.createDraft("no-three-public").withOtherPlace(m.place()).report()))
        .toList();
  }
}
