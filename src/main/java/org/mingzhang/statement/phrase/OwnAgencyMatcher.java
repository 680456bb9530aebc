package org.mingzhang.statement.phrase;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.Subsequence;

/**
 * Recognizes the agency and place of the document itself in front of a name, as opposed to other
 * agencies and places.
 */
public final class OwnAgencyMatcher {
  /** Maximum number of characters of an agency or place that is looked for before a name. */
  private static final int MAX_NAME_LENGTH = 40;

  /** Minimum number of characters of an agency's name with its place: 县教育局 has one less. */
  private static final int MIN_FULL_NAME_LENGTH = 5;

  /** Number of characters at their end in which two forms of one name must agree. */
  private static final int SHARED_ENDING_LENGTH = 2;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(OwnAgencyMatcher.class);
  private static final Pattern SUBORDINATE_BODIES = PATTERNS.get("bodies-below");

  private static final Pattern BODY_WITH_UNITS = PATTERNS.get("body-with-units");

  private static final Pattern OWN_OFFICE_ENDING = PATTERNS.get("own-office-ending");

  private static final Pattern GENERIC_OFFICE = PATTERNS.get("generic-office");

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

  private static final Pattern ALL_DEPARTMENTS = PATTERNS.get("all-departments");

  private static final Pattern CONJUNCTION = Pattern.compile("[、及和与]");

  private static final Pattern ALL_BODIES_OF_PLACE = PATTERNS.get("all-of-place");

  private final Lexicon lexicon;
  private final String agency;
  private final String agencyAndTitle;
  private final boolean isGovernmentReport;

  public OwnAgencyMatcher(Lexicon lexicon, InheritedContext context) {
    this.lexicon = lexicon;
    this.agency = Objects.toString(context.agency(), "");
    this.agencyAndTitle = context.agencyAndTitle();
    this.isGovernmentReport = context.chart() == ChartOfAccounts.governments();
  }

  /**
   * Whether a name is a short or long form of the agency, with the same characters in the same
   * order, means it and its units, 区教育局及所属行政单位, or the bodies below it, 区教育局下属一家机关和一家事业单位, or is
   * only a word for a kind of body or for the agency's office: 乡机关.
   */
  public boolean isOwnAgency(String name) {
    if (lexicon.isEnding(WordClass.ENTITY, name) || GENERIC_OFFICE.matcher(name).matches()) {
      return !isOtherPlace(name);
    }
    Matcher below = SUBORDINATE_BODIES.matcher(name);
    if (below.find() && lexicon.hasEnding(WordClass.ENTITY, name)) {
      return below.start() == 0 || isOwnAgency(name.substring(0, below.start()));
    }
    Matcher units = BODY_WITH_UNITS.matcher(name);
    if (units.matches() && isOwnAgency(units.group("body"))) {
      return true;
    }
    String body = OWN_OFFICE_ENDING.matcher(name).replaceFirst("");
    return Subsequence.containsInOrder(agencyAndTitle, body) || isLongForm(body);
  }

  /**
   * Whether a name is longer than the agency's and ends in the same characters: 样岭县教育体育局 of 样岭县教育局,
   * but not 样岭县教育局幼儿园.
   */
  private boolean isLongForm(String name) {
    int kept = agency.length() - SHARED_ENDING_LENGTH;
    return kept >= 0
        && name.endsWith(agency.substring(kept))
        && Subsequence.containsInOrder(name, agency);
  }

  /** Whether a name is that of the agency with words for its own office: 总工会本级. */
  boolean isOwnOffice(String name) {
    Matcher office = OWN_OFFICE_ENDING.matcher(name);
    return office.find()
        && lexicon.hasEnding(WordClass.ENTITY, name.substring(0, office.start()))
        && isOwnAgency(name);
  }

  /**
   * Whether words name all bodies of a place together, departments first, so that the account after
   * them is that of the whole place: 州直各部门, 各部门及苏木乡镇.
   */
  boolean namesAllBodies(String words) {
    if (ALL_DEPARTMENTS.matcher(words).matches()) {
      return true;
    }
    String[] bodies = CONJUNCTION.split(BRACKETS.matcher(words).replaceAll(""), -1);
    return bodies.length > 1
        && lexicon.isEnding(
            WordClass.ENTITY, ALL_BODIES_OF_PLACE.matcher(bodies[0]).replaceFirst(""))
        && Arrays.stream(bodies).allMatch(body -> lexicon.hasEnding(WordClass.ENTITY, body));
  }

  /**
   * Whether a name that consists of an agency and a word for the expenditure of a whole body means
   * that expenditure: 财政局部门整体支出.
   */
  private boolean isWholeBodyExpenditure(String owner, String accountName) {
    return lexicon.isDefaultAccountName(accountName)
        && lexicon.hasEnding(WordClass.ENTITY, owner)
        && isOwnAgency(owner);
  }

  /**
   * Whether words for a kind of place name one within the territory of a government's report. Not
   * if neither agency nor title says whose report it is.
   */
  private boolean isOtherPlace(String words) {
    return isGovernmentReport
        && !agencyAndTitle.isEmpty()
        && lexicon.isEnding(WordClass.PLACE, words)
        && !Subsequence.containsInOrder(agencyAndTitle, words);
  }

  /** Whether a text is the agency's name, with or without the places of higher levels before it. */
  private boolean isFullName(String text) {
    return text.length() >= MIN_FULL_NAME_LENGTH && agency.endsWith(text);
  }

  private boolean isPlace(String name) {
    return lexicon.hasEnding(WordClass.PLACE, name)
        || (lexicon.governmentRank(name.charAt(name.length() - 1)) >= 0
            && !lexicon.isLookalikeCompound(name));
  }

  /**
   * A name without the agency or place of the document before it.
   *
   * @param isAccountName whether it is the name of an account; in other names, such as 样岭县道路工程,
   *     only words for a kind of place (示范区) are no part of the name
   */
  String stripOwner(String name, boolean isAccountName) {
    for (int end = Math.min(MAX_NAME_LENGTH, name.length() - 2); end >= 2; end--) {
      String owner = name.substring(0, end);
      if ((lexicon.isEnding(WordClass.PLACE, owner) && !isOtherPlace(owner))
          || (isAccountName
              && agencyAndTitle.contains(owner)
              && (isPlace(owner) || isFullName(owner))
              && !endsWithinWord(name, end))
          || isWholeBodyExpenditure(owner, name.substring(end))) {
        return name.substring(end);
      }
    }
    return name;
  }

  /** Length of the name of the document's agency with which a text begins; 0 if there is none. */
  int ownerLength(String text) {
    for (int end = Math.min(MAX_NAME_LENGTH, text.length() - 2); end >= 2; end--) {
      String owner = text.substring(0, end);
      if (lexicon.hasEnding(WordClass.ENTITY, owner) && isOwnAgency(owner)) {
        return end;
      }
    }
    return 0;
  }

  /** Whether a prefix of a name ends within a compound: 衔接推进乡 of 衔接推进乡村振兴. */
  private boolean endsWithinWord(String name, int end) {
    return lexicon.isLookalikeCompound(name.substring(end - 1, end + 1));
  }
}
