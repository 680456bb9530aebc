package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;

/**
 * A section that says it has none of the three public expenses and, in the same section, lists one
 * of them among what was spent. A list of the whole form (fifteen items or more) proves nothing.
 */
public final class NoThreePublic implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "no-three-public",
          Kind.CROSS_SECTION_MISMATCH,
          "同一节中“无‘三公’经费”的表述与公用经费所列科目",
          "None of the three public expenses, against the items listed in the same section",
          "无",
          "none",
          "公务接待费等属于“三公”经费。",
          "Official reception and the like are among the three public expenses.");
  private static final Pattern NONE =
      Pattern.compile("(?:^|(?<=[。；]))[^。；]{0,20}无[“\"]?三公[”\"]?经费[^。；]*[。；]?");
  private static final Pattern LISTED =
      Pattern.compile("公用经费[^。；]*?主要包括:?(?<items>[^。；]*?(?:公务接待费|公务用车运行维护费|因公出国)[^。；]*)");
  private static final int WHOLE_FORM = 15;

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (Passage none : reading.passages()) {
      Matcher said = NONE.matcher(none.compact());
      if (said.find()) {
        listed(reading.passages(none.section().path()))
            .map(
                listed ->
                    Draft.at(ABOUT, Severity.PROBABLE, none, said.start(), said.end())
                        .other(listed)
                        .says(
                            "此处写无“三公”经费，同一节的公用经费中列有“三公”科目。",
                            "None of the three public expenses is said to be spent, but the same"
                                + " section lists one."))
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
                    .map(items -> Draft.place(passage, items.start(), items.end())));
  }
}
