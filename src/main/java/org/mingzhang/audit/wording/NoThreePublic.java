package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;

/**
 * A section that says it has none of the three public expenses and, in the same section, lists one
 * of them among what was spent. A list of the whole form (fifteen items or more) proves nothing.
 */
public final class NoThreePublic implements Rule {
  private static final Pattern NONE =
      Pattern.compile("(?:^|(?<=[。；]))[^。；]{0,20}无[“\"]?三公[”\"]?经费[^。；]*[。；]?");
  private static final Pattern LISTED =
      Pattern.compile("公用经费[^。；]*?主要包括:?(?<items>[^。；]*?(?:公务接待费|公务用车运行维护费|因公出国)[^。；]*)");
  private static final int WHOLE_FORM = 15;

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Passage none : reading.passages()) {
      Matcher said = NONE.matcher(none.compact());
      if (said.find()) {
        listed(reading.passages(none.section().path()))
            .map(
                listed ->
                    FindingDraft.at("no-three-public", none, said.start(), said.end())
                        .other(listed)
                        .says())
            .forEach(checks::add);
      }
    }
    return checks;
  }

  /** Places that list one of the three, but not all as the printed form does. */
  private static Stream<Place> listed(List<Passage> passages) {
    return passages.stream()
        .flatMap(
            passage ->
                LISTED
                    .matcher(passage.compact())
                    .results()
                    .limit(1)
                    .filter(items -> items.group("items").split("、", -1).length < WHOLE_FORM)
                    .map(items -> FindingDraft.place(passage, items.start(), items.end())));
  }
}
