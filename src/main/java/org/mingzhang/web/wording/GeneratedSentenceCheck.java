package org.mingzhang.web.wording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks by its numbers, agencies and words of change that a generated sentence states nothing that
 * its row does not. Sentences with statements that cannot be checked are refused: reasons, ranks,
 * judgments, links. A sentence need not state everything in its row.
 *
 * @param rows all rows of the answer
 */
record GeneratedSentenceCheck(List<CitedRow> rows) {
  private static final int MAX_LENGTH = 240;

  private static final Pattern ROSE =
      Pattern.compile(
          "增|升|涨|高于|高出|多于|多出|超|\\b(rose|rise[sn]?|increas\\w*|grew|grown?|higher|more|above|up)\\b");
  private static final Pattern FELL =
      Pattern.compile(
          "减|降|跌|低于|少于|缩|\\b(fell|fall(s|en)?|drop\\w*|decreas\\w*|declin\\w*|lower|less|below|down|cut)\\b");

  private static final Pattern UNCHECKABLE =
      Pattern.compile(
          "最|因|由于|导致|所以|违|贪|腐|浪费|合理|异常|建议|应当|可能|预计|将会|http|www|[<>\\[\\]{}`|]"
              + "|\\b(most|least|largest|smallest|highest|lowest|because|due|therefore|thus|may|might"
              + "|likely|expect\\w*|should|abnormal|waste\\w*|corrupt\\w*|illegal\\w*)\\b");

  /** A verb of change directly before the amount of the change. */
  private static final Pattern CHANGE_BY =
      Pattern.compile(
          "(?:增加|增长|上升|上涨|减少|下降|降低|(?:rose|increased|grew|fell|decreased|dropped|declined)"
              + " by)(?![到至为])了?([^，。；,;（(]*)");

  /** The reason why a sentence is refused; empty if it passes. */
  Optional<String> findFault(CitedRow row, String sentence) {
    String folded = NumbersInText.fold(sentence);
    if (sentence.isBlank() || sentence.length() > MAX_LENGTH || sentence.contains("\n")) {
      return Optional.of("length");
    }
    NumbersInText writtenNumbers = NumbersInText.extract(sentence, row.names());
    if (writtenNumbers.hasSpelledNumber()) {
      return Optional.of("a number in words");
    }
    if (!NumbersInText.extract(row.text(), row.names())
        .numbers()
        .containsAll(writtenNumbers.numbers())) {
      return Optional.of("a number that the row does not have");
    }
    if (!folded.contains(NumbersInText.fold(row.agency()))) {
      return Optional.of("not the agency of the row");
    }
    String others = folded.replace(NumbersInText.fold(row.agency()), "·");
    if (rows.stream().anyMatch(r -> others.contains(NumbersInText.fold(r.agency())))) {
      return Optional.of("another agency");
    }
    if (!changesMatchRow(folded, row)) {
      return Optional.of("a value for its change");
    }
    String bare = withoutNames(folded, row);
    if ((ROSE.matcher(bare).find() && !row.statesRise())
        || (FELL.matcher(bare).find() && !row.statesFall())) {
      return Optional.of("a change that the row does not have");
    }
    return UNCHECKABLE.matcher(bare).find()
        ? Optional.of("more than the row says")
        : Optional.empty();
  }

  /** Whether amounts after verbs of change are the change of the row and not its value. */
  private static boolean changesMatchRow(String foldedSentence, CitedRow row) {
    Set<String> change = NumbersInText.extract(row.change(), List.of()).numbers();
    Matcher by = CHANGE_BY.matcher(foldedSentence);
    while (by.find()) {
      if (!change.containsAll(NumbersInText.extract(by.group(1), row.names()).numbers())) {
        return false;
      }
    }
    return true;
  }

  private static String withoutNames(String folded, CitedRow row) {
    String bare = folded.replace(NumbersInText.fold(row.agency()), "·");
    for (String name : row.names()) {
      bare = name.isBlank() ? bare : bare.replace(NumbersInText.fold(name), "·");
    }
    return bare;
  }
}
