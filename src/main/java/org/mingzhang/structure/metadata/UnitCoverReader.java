package org.mingzhang.structure.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.UnspacedText;

/**
 * Reads the body whose budget or final accounts begin with a line, as in a volume that contains
 * those of several bodies: 某县审计局2024年度部门决算, 第一部分 某县审计局概况. Thread-safe.
 */
public final class UnitCoverReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(UnitCoverReader.class);
  private static final Pattern COVER_ENDING = PATTERNS.get("cover-ending");
  private static final Pattern FIRST_PART = PATTERNS.get("first-part");
  private static final int MAX_COVER_LENGTH = 60;

  private final DisclosureTitleParser parser = new DisclosureTitleParser(Gazetteer.standard());

  /**
   * The name of the body in a cover or in the title of a first part; empty for any other line, for
   * the accounts of a whole government, and for a name without a place.
   */
  public Optional<String> read(String line) {
    String text = UnspacedText.unspace(line);
    if (text.length() > MAX_COVER_LENGTH) {
      return Optional.empty();
    }
    Matcher part = FIRST_PART.matcher(text);
    if (part.matches()) {
      return AgencyName.readFrom(part.group("name"))
          .filter(UnitCoverReader::isAgencyWithPlace)
          .map(AgencyName::name);
    }
    if (text.indexOf('算') < 0) {
      return Optional.empty();
    }
    ParsedDisclosureTitle title = parser.parsePrinted(text);
    DisclosureKind kind = title.kind();
    AgencyName agency = title.agency();
    if (kind == null || agency == null) {
      return Optional.empty();
    }
    boolean cover =
        title.year() != null
            && kind.isBudgetOrFinalAccounts()
            && kind.scope() != Scope.GOVERNMENT
            && COVER_ENDING.matcher(text.substring(kind.wordsEnd())).matches();
    return cover && isAgencyWithPlace(agency) ? Optional.of(agency.name()) : Optional.empty();
  }

  private static boolean isAgencyWithPlace(AgencyName name) {
    return name.hasAgencyEnding() && !name.isBareEnding() && name.beginsWithPlace();
  }
}
