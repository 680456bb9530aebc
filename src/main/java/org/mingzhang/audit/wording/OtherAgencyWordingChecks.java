package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;
import org.mingzhang.text.Subsequence;

/**
 * Reports words copied from the document of another agency: its name, its administrative level, or
 * 部门 in the document of a 单位 and vice versa.
 */
public final class OtherAgencyWordingChecks {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(OtherAgencyWordingChecks.class);
  private static final Pattern OWNER_OF_AMOUNT = PATTERNS.get("owner-of-amount");

  private static final Pattern TOWNSHIP_OWN_LEVEL = PATTERNS.get("own-level");

  private static final int COMPARED_ENDING_LENGTH = 3;

  private static final Pattern DISTRICT_NAME = PATTERNS.get("district");

  private static final Pattern KIND_IN_TITLE = PATTERNS.get("kind");
  private static final Pattern KIND_IN_HEADING = PATTERNS.get("heading");
  private static final PrefilteredPattern PROVINCIAL_WORDS = PATTERNS.getPrefiltered("provincial");
  private static final Pattern COUNTY_OR_BELOW = PATTERNS.get("county-or-below");
  private static final Pattern FUNDED_BY_PROVINCE = PATTERNS.get("funded-by-province");

  /** The first year in which the treasury of a province may pay bodies of its counties. */
  private static final int FIRST_YEAR_OF_PROVINCIAL_FUNDING = 2014;

  private static final PrefilteredPattern OWN_DEPARTMENT =
      PATTERNS.getPrefiltered("own-department");
  private static final PrefilteredPattern OWN_UNIT = PATTERNS.getPrefiltered("own-unit");
  private static final String UNIT_KIND = "单位";

  /** Minimum number of occurrences of 本单位 for a single 本部门 to count as a slip. */
  private static final int MIN_OWN_UNITS = 2;

  private OtherAgencyWordingChecks() {}

  /**
   * Reports the name of another agency before an amount, unless more than one paragraph or a cell
   * of a table contains it. In documents of a township also reports the name of another township
   * where its own level (镇人民政府本级) is listed.
   */
  public static List<CheckResult> checkAgency(AuditedDocument document) {
    String agency = document.disclosure().metadata().agency();
    List<CheckResult> checks = new ArrayList<>();
    boolean known = agency != null && agency.length() >= COMPARED_ENDING_LENGTH;
    for (CompactParagraph paragraph : known ? document.paragraphs() : List.<CompactParagraph>of()) {
      String own = Objects.requireNonNull(agency);
      Matcher level = TOWNSHIP_OWN_LEVEL.matcher(paragraph.unspacedText());
      if (level.find() && !own.endsWith(level.group("who")) && own.matches(".*[镇乡]人民政府")) {
        checks.add(checkOtherAgency(paragraph, level, own));
      }
      Matcher ownerMatch = OWNER_OF_AMOUNT.matcher(paragraph.unspacedText());
      if (paragraph.topic() != Topic.OVERVIEW && ownerMatch.find()) {
        String who = ownerMatch.group("who");
        boolean other = isOtherAgency(who, own) && isUsedOnce(who, document);
        checks.add(other ? checkOtherAgency(paragraph, ownerMatch, own) : CheckResult.AGREES);
      }
    }
    return checks;
  }

  private static boolean isOtherAgency(String namedAgency, String agency) {
    String tail = agency.substring(agency.length() - COMPARED_ENDING_LENGTH);
    return !agency.contains(namedAgency)
        && !namedAgency.contains(agency)
        && !Subsequence.containsInOrder(agency, namedAgency)
        && (!namedAgency.contains(tail) || isOfAnotherDistrict(namedAgency, agency));
  }

  /** Whether the text names an agency of the same kind in another district. */
  private static boolean isOfAnotherDistrict(String namedAgency, String agency) {
    Matcher other = DISTRICT_NAME.matcher(namedAgency);
    Matcher own = DISTRICT_NAME.matcher(agency);
    return other.find()
        && own.find()
        && !agency.contains(other.group("name"))
        && !namedAgency.contains(own.group("name"));
  }

  private static boolean isUsedOnce(String namedAgency, AuditedDocument document) {
    return document.paragraphs().stream()
                .filter(p -> p.unspacedText().contains(namedAgency))
                .limit(2)
                .count()
            < 2
        && document.disclosure().tables().stream()
            .flatMap(t -> t.rows().stream())
            .flatMap(List::stream)
            .noneMatch(c -> WHITE_SPACE.matcher(c).replaceAll("").contains(namedAgency));
  }

  private static CheckResult checkOtherAgency(
      CompactParagraph paragraph, Matcher ownerMatch, String agency) {
    int to = paragraph.sentenceEnd(ownerMatch.end());
    return FindingDraft.create("another-agency", paragraph, ownerMatch.start("who"), to)
        .setNumbers(ownerMatch.group("who"), agency)
        .toResult(agency, ownerMatch.group("who"));
  }

  /**
   * Reports headings that call the account of a department the account of a unit, or vice versa,
   * and the only sentence with amounts in which a unit calls itself 本部门; once for a document.
   */
  public static List<CheckResult> checkDepartmentOrUnit(AuditedDocument document) {
    String title = Objects.toString(document.disclosure().metadata().title(), "");
    List<String> kinds =
        KIND_IN_TITLE
            .matcher(title.replaceAll("\\s", ""))
            .results()
            .map(k -> k.group("kind"))
            .distinct()
            .toList();
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : kinds.size() == 1 ? document.sections() : List.<Section>of()) {
      Matcher heading = KIND_IN_HEADING.matcher(section.title().replaceAll("\\s", ""));
      if (heading.find() && title.contains(heading.group("what"))) {
        String statedText = heading.group("kind");
        if (!statedText.equals(kinds.getFirst())) {
          QuoteLocation location =
              new QuoteLocation(section.path(), section.page(), section.title());
          checks.add(
              FindingDraft.create("department-or-unit", location)
                  .setNumbers(statedText, kinds.getFirst())
                  .toResult(kinds.getFirst(), statedText));
          return checks;
        }
        checks.add(CheckResult.AGREES);
      }
    }
    if (kinds.equals(List.of(UNIT_KIND))) {
      findUnitCalledDepartment(document).ifPresent(checks::add);
    }
    return checks;
  }

  /**
   * The finding about the only 本部门 of a document that otherwise says 本单位; empty if there is none or
   * its paragraph has no amounts.
   */
  private static Optional<CheckResult> findUnitCalledDepartment(AuditedDocument document) {
    List<ParagraphMatch> departments = document.findMatches(OWN_DEPARTMENT).limit(2).toList();
    if (departments.size() != 1
        || document.findMatches(OWN_UNIT).limit(MIN_OWN_UNITS).count() < MIN_OWN_UNITS) {
      return Optional.empty();
    }
    ParagraphMatch one = departments.getFirst();
    CompactParagraph paragraph = one.paragraph();
    int start = paragraph.clauseStart(one.words().start());
    int end = paragraph.clauseEnd(one.words().end());
    return paragraph.hasQuantity()
        ? Optional.of(
            FindingDraft.create("department-or-unit/own", paragraph, start, end)
                .setNumbers("本部门", "本单位")
                .toResult("本单位", "本部门"))
        : Optional.empty();
  }

  /**
   * Reports sentences in which the document of a district or county names the provincial treasury,
   * unless that may pay the body.
   */
  public static List<CheckResult> checkProvincialWords(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    for (CompactParagraph paragraph :
        isCountyOrBelow(document) && !mayBeFundedByProvince(document)
            ? document.paragraphs()
            : List.<CompactParagraph>of()) {
      int end = 0;
      for (MatchResult match : paragraph.findMatches(PROVINCIAL_WORDS)) {
        if (match.start() >= end) {
          end = paragraph.sentenceEnd(match.start());
          int start = Math.max(0, paragraph.unspacedText().lastIndexOf('。', match.start()) + 1);
          checks.add(
              FindingDraft.create("provincial-wording", paragraph, start, end)
                  .setNumbers(match.group().replaceFirst("^(?:指|纳入|由|从)", ""), "本级财政")
                  .toResult());
        }
      }
    }
    return checks;
  }

  private static boolean mayBeFundedByProvince(AuditedDocument document) {
    String agency = Objects.toString(document.disclosure().metadata().agency(), "");
    Integer year = document.disclosure().metadata().year();
    return FUNDED_BY_PROVINCE.matcher(agency).find()
        && (year == null || year >= FIRST_YEAR_OF_PROVINCIAL_FUNDING);
  }

  private static boolean isCountyOrBelow(AuditedDocument document) {
    Region region = document.disclosure().metadata().region();
    if (region != null) {
      return region.path().size() >= 3;
    }
    String agency = document.disclosure().metadata().agency();
    return agency != null && !agency.contains("省") && COUNTY_OR_BELOW.matcher(agency).find();
  }
}
