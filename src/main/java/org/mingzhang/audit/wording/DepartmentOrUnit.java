package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;

/**
 * Headings that call a department's account a unit's, or the other way: the document's title says
 * which it is. Told once a document.
 *
 * <p>A class, since what is right is told by the document's own title.
 */
public final class DepartmentOrUnit implements Rule {
  private static final Pattern KIND = Pattern.compile("(?<kind>部门|单位)(?:本级)?(?<what>决算|预算)");
  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:[\\p{IsHan}（）()]{0,30}?20\\d{2}年(?:度)?|)(?<kind>部门|单位)(?<what>决算|预算)(?:公开)?(?:情况)?(?:说明|表|报表|公开表|情况)$");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    String title = Objects.toString(reading.disclosure().metadata().title(), "");
    String kind = kind(title);
    if (kind.isEmpty()) {
      return List.of();
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      Matcher heading = HEADING.matcher(section.title().replaceAll("\\s", ""));
      if (heading.find() && title.contains(heading.group("what"))) {
        boolean other = !heading.group("kind").equals(kind);
        checks.add(
            other ? finding(section, heading.group("kind"), kind) : new CheckResult.Agrees());
        if (other) {
          break;
        }
      }
    }
    return checks;
  }

  /** 部门 or 单位 as the title says; empty where it says neither or both. */
  private static String kind(String title) {
    Matcher kinds = KIND.matcher(title.replaceAll("\\s", ""));
    String found = "";
    while (kinds.find()) {
      if (!found.isEmpty() && !found.equals(kinds.group("kind"))) {
        return "";
      }
      found = kinds.group("kind");
    }
    return found;
  }

  private static CheckResult finding(Section section, String said, String kind) {
    return FindingDraft.at(
            "department-or-unit", new Place(section.path(), section.page(), section.title()))
        .numbers(said, kind)
        .says(kind, said);
  }
}
