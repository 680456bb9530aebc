package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;

/** More staff in post than posts, stated in one paragraph. */
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
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      boolean possible = passage.compact().contains("编制");
      List<MatchResult> posts = possible ? passage.matches(POSTS) : List.of();
      Matcher staff = STAFF.matcher(passage.compact());
      if (posts.size() == 1
          && staff.find(posts.getFirst().end("posts"))
          && !ofKinds(passage, posts.getFirst(), staff)) {
        checks.add(compare(passage, posts.getFirst(), staff));
      }
    }
    return checks;
  }

  /** Whether the posts are told by kind, so that the first number is not that of all. */
  private static boolean ofKinds(Passage passage, MatchResult posts, Matcher staff) {
    return KIND.matcher(posts.group()).find()
        && MORE.matcher(passage.compact().substring(posts.end("posts"), staff.start())).find();
  }

  private static CheckResult compare(Passage passage, MatchResult posts, Matcher staff) {
    int planned = Integer.parseInt(posts.group("posts"));
    int present = Integer.parseInt(staff.group("staff"));
    if (present <= planned) {
      return CheckResult.AGREES;
    }
    return FindingDraft.at("staff-numbers", passage, posts.start(), staff.end())
        .numbers("编制" + planned, "在职" + present)
        .formula(present + " > " + planned)
        .says();
  }
}
