package org.mingzhang.audit.wording;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;

/** Checks that a paragraph does not state more staff in post than posts. */
public final class StaffNumbers implements Rule {
  private static final Pattern POSTS =
      Pattern.compile(
          "[^。]*?(?:现有编制|编制数|核定编制|人员编制|编制人数|编制)(?:共|总数|小计|合计)*(?:为)?(?<posts>\\d+)(?:个|名|人)(?:[^\\d]{0,20})?");
  private static final Pattern KIND = Pattern.compile("(?:行政|事业|工勤|参公)(?:人员)?编制");
  private static final Pattern MORE = Pattern.compile("编制[^\\d。]{0,4}\\d");
  private static final Pattern STAFF =
      Pattern.compile("(?:实有)?在(?:职|编)(?:人员|职工|人数)?(?:为|共)?(?<staff>\\d+)(?:名|人)[^。]*。?");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return reading.passages().stream()
        .filter(p -> p.compactText().contains("编制"))
        .flatMap(StaffNumbers::check)
        .toList();
  }

  private static Stream<CheckResult> check(Passage passage) {
    if (!passage.compactText().contains("编制")) {
      return Stream.empty();
    }
    List<MatchResult> posts = passage.matches(POSTS);
    Matcher staff = STAFF.matcher(passage.compactText());
    if (posts.size() != 1
        || !staff.find(posts.getFirst().end("posts"))
        || isByKind(passage, posts.getFirst(), staff)) {
      return Stream.empty();
    }
    int planned = Integer.parseInt(posts.getFirst().group("posts"));
    int present = Integer.parseInt(staff.group("staff"));
    return Stream.of(
        present <= planned
            ? CheckResult.AGREES
            : FindingDraft.at("staff-numbers", passage, posts.getFirst().start(), staff.end())
                .withNumbers("编制" + planned, "在职" + present)
                .withFormula(present + " > " + planned)
                .report());
  }

  /** Whether the posts are stated by kind, so that the first number is not that of all. */
  private static boolean isByKind(Passage passage, MatchResult posts, Matcher staff) {
    return KIND.matcher(posts.group()).find()
        && MORE.matcher(passage.compactText().substring(posts.end("posts"), staff.start())).find();
  }
}
