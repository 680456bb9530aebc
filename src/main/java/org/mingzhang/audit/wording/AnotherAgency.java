package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Topic;

/**
 * A statement of account that begins with the name of another agency. A name that the document uses
 * more than once, or among its units, is not another's.
 *
 * <p>A class, since whether a name is another agency's is told by how often the document uses it.
 */
public final class AnotherAgency implements Rule {
  private static final String SUFFIX =
      "(?:局|委员会|办公室|总工会|中心|法院|检察院|联合会|妇女联合会|协会|学校|中学|小学|医院|办事处|人民政府|工委|党校|大队|图书馆|档案馆|委|总队)";
  private static final Pattern WHOSE =
      Pattern.compile(
          "(?:^(?:\\d+[.、])?|。)(?<who>\\p{IsHan}{3,26}?"
              + SUFFIX
              + ")(?:\\(?本级\\)?)?20\\d{2}年度?(?=[^，。]{0,16}(?:收入|支出|总计|合计|经费|采购|预算|决算))");

  /** A township's own level among the units that its account is of. */
  private static final Pattern OWN_LEVEL =
      Pattern.compile("(?<=[:，、])(?<who>\\p{IsHan}{2,4}[镇乡]人民政府)\\(?本级");

  private static final int TAIL = 3;

  /** The district or county whose body an agency is. */
  private static final Pattern DISTRICT =
      Pattern.compile("(?:^|[省市州])(?<name>\\p{IsHan}{1,5}?[区县旗])(?=\\p{IsHan}{2})");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    String agency = reading.disclosure().metadata().agency();
    if (agency == null || agency.length() < TAIL) {
      return List.of();
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      Matcher own = OWN_LEVEL.matcher(passage.compact());
      if (own.find() && agency.endsWith("政府") && isOtherTown(own.group("who"), agency)) {
        checks.add(finding(passage, own, agency));
      }
      Matcher whose = WHOSE.matcher(passage.compact());
      if (passage.topic() != Topic.OVERVIEW && whose.find()) {
        boolean other = isOther(whose.group("who"), agency) && once(whose.group("who"), reading);
        checks.add(other ? finding(passage, whose, agency) : new CheckResult.Agrees());
      }
    }
    return checks;
  }

  private static boolean isOther(String who, String agency) {
    String tail = agency.substring(agency.length() - TAIL);
    return !agency.contains(who)
        && !who.contains(agency)
        && (!who.contains(tail) || isOfAnotherDistrict(who, agency));
  }

  /**
   * Whether the text names the same kind of body in another district, as text that was taken over
   * does.
   */
  private static boolean isOfAnotherDistrict(String who, String agency) {
    Matcher other = DISTRICT.matcher(who);
    Matcher own = DISTRICT.matcher(agency);
    return other.find()
        && own.find()
        && !agency.contains(other.group("name"))
        && !who.contains(own.group("name"));
  }

  private static boolean isOtherTown(String who, String agency) {
    return !agency.endsWith(who) && agency.matches(".*[镇乡]人民政府");
  }

  private static boolean once(String who, AuditedDocument reading) {
    long passages =
        reading.passages().stream().filter(p -> p.compact().contains(who)).limit(2).count();
    boolean listed =
        reading.disclosure().tables().stream()
            .flatMap(t -> t.rows().stream())
            .flatMap(List::stream)
            .anyMatch(c -> c.replaceAll("\\s", "").contains(who));
    return passages < 2 && !listed;
  }

  private static CheckResult finding(Passage passage, Matcher whose, String agency) {
    return FindingDraft.at(
            "another-agency", passage, whose.start("who"), passage.sentenceEnd(whose.end()))
        .numbers(whose.group("who"), agency)
        .says(agency, whose.group("who"));
  }
}
